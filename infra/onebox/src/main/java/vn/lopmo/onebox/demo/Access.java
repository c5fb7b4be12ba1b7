package vn.lopmo.onebox.demo;

import java.net.URI;

/// Where the box's services answer, and the secrets that the seeding needs.
///
/// @param keycloak with its path, `http://127.0.0.1:…/auth`
/// @param seederSecret of the client `demo-seeder`, which may sign a person in by password while seeding lasts
/// @param adminSecret of the client `lms-core`, which may set passwords
public record Access(
        URI lms, URI content, URI assessment, URI keycloak, String seederSecret, String adminSecret, String setupCode) {}
