package vn.lopmo.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lopmo.testkit.RealKeycloak;

/// Points the door at a real Keycloak, whose access tokens live ten seconds here, and makes one teacher there,
/// `co.huyen`.
public class RealSignIn implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "Hoa-Ban-2026";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @Override
    public Map<String, String> start() {
        var keycloak = RealKeycloak.url();
        makeTeacher(keycloak);
        shortenTokens(keycloak);
        return Map.of(
                "quarkus.oidc.auth-server-url",
                keycloak + "/realms/lopmo",
                "quarkus.oidc.credentials.secret",
                RealKeycloak.secretOfEveryClient(),
                "quarkus.oidc.authentication.state-secret",
                "only-for-tests-0123456789abcdef0",
                "lopmo.web.renew-early",
                "5s",
                "lopmo.web.keycloak-url",
                keycloak.replace("/auth", ""));
    }

    private static void makeTeacher(String keycloak) {
        var token = token(keycloak, "lopmo", "grant_type=client_credentials&client_id=lms-core&client_secret=");
        send(keycloak + "/admin/realms/lopmo/users", "POST", token, """
                {"username": "co.huyen", "enabled": true, "firstName": "Phạm Thu Huyền",
                 "credentials": [{"type": "password", "temporary": false, "value": "%s"}]}""".formatted(PASSWORD));
    }

    private static void shortenTokens(String keycloak) {
        var token =
                token(keycloak, "master", "grant_type=password&client_id=admin-cli&username=lopmo-launcher&password=");
        send(keycloak + "/admin/realms/lopmo", "PUT", token, "{\"accessTokenLifespan\": 10}");
    }

    private static String token(String keycloak, String realm, String form) {
        var answer = send(
                HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + RealKeycloak.secretOfEveryClient()))
                        .build());
        var token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("no token of " + realm + ": " + answer);
        }
        return token.group(1);
    }

    private static void send(String url, String method, String token, String json) {
        send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    private static String send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop() {
        // Keycloak ends with the JVM
    }
}
