package vn.lopmo.onebox.demo;

import java.net.URI;
import vn.lopmo.onebox.Box;

/// Where the box's services answer, and the secrets that the seeding needs.
///
/// @param keycloak with its path, `http://127.0.0.1:…/auth`
/// @param seederSecret of the client `demo-seeder`, which may sign a person in by password while seeding lasts
/// @param adminSecret of the client `lms-core`, which may set passwords
public record Access(
        URI lms, URI content, URI assessment, URI keycloak, String seederSecret, String adminSecret, String setupCode) {
    static Access to(Box box) {
        return new Access(
                service(box, "lms-core"),
                service(box, "content-repo"),
                service(box, "assessment"),
                URI.create(service(box, "keycloak") + "/auth"),
                box.secrets().get("client.demo-seeder"),
                box.secrets().get("client.lms-core"),
                box.secrets().code("setup.code"));
    }

    private static URI service(Box box, String part) {
        return URI.create("http://127.0.0.1:" + box.port(part));
    }
}
