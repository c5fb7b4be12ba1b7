package vn.lopmo.onebox.demo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signs demo people in, and gives each the demo's one password.
final class People {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Access access;
    private final String password;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();

    People(Access access, String password) {
        this.access = access;
        this.password = password;
    }

    HttpClient http() {
        return http;
    }

    /// This person at lms-core; [Api#at] leads to the other services.
    Api as(String username) {
        return signedIn.computeIfAbsent(username, this::signIn);
    }

    private Api signIn(String username) {
        var answer = keycloak()
                .form(
                        "/realms/lopmo/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "demo-seeder",
                                "client_secret",
                                access.seederSecret(),
                                "username",
                                username,
                                "password",
                                password,
                                "scope",
                                "openid"));
        return new Api(http, access.lms(), answer.get("access_token").asText());
    }

    /// Roles and classes are read from the token: sign in anew after they change.
    void forget(String username) {
        signedIn.remove(username);
    }

    void givePassword(List<String> personIds) {
        var answer = keycloak()
                .form(
                        "/realms/lopmo/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "lms-core",
                                "client_secret",
                                access.adminSecret()));
        var admin = new Api(http, access.keycloak(), answer.get("access_token").asText());
        for (var id : personIds) {
            admin.put(
                    "/admin/realms/lopmo/users/" + id + "/reset-password",
                    Map.of("type", "password", "value", password, "temporary", false));
        }
    }

    private Api keycloak() {
        return Api.anonymous(http, access.keycloak());
    }
}
