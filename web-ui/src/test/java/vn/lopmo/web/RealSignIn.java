package vn.lopmo.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lopmo.testkit.RealKeycloak;

/// Points the door at a real Keycloak and makes one teacher there, `co.huyen`.
public class RealSignIn implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "Hoa-Ban-2026";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @Override
    public Map<String, String> start() {
        var keycloak = RealKeycloak.url();
        makeTeacher(keycloak);
        return Map.of(
                "quarkus.oidc.auth-server-url",
                keycloak + "/realms/lopmo",
                "quarkus.oidc.credentials.secret",
                RealKeycloak.secretOfEveryClient(),
                "quarkus.oidc.authentication.state-secret",
                "only-for-tests-0123456789abcdef0",
                "lopmo.web.keycloak-url",
                keycloak.replace("/auth", ""));
    }

    private static void makeTeacher(String keycloak) {
        try (var http = HttpClient.newHttpClient()) {
            var form = "grant_type=client_credentials&client_id=lms-core&client_secret="
                    + RealKeycloak.secretOfEveryClient();
            var token = TOKEN.matcher(http.send(
                            HttpRequest.newBuilder(URI.create(keycloak + "/realms/lopmo/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
            if (!token.find()) {
                throw new IllegalStateException("no token for lms-core");
            }
            var user =
                    "{\"username\":\"co.huyen\",\"enabled\":true,\"firstName\":\"Phạm Thu Huyền\",\"credentials\":[{\"type\":\"password\",\"temporary\":false,\"value\":\""
                            + PASSWORD + "\"}]}";
            http.send(
                    HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/lopmo/users"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token.group(1))
                            .POST(BodyPublishers.ofString(user))
                            .build(),
                    BodyHandlers.discarding());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop() {
        // Keycloak ends with the JVM
    }
}
