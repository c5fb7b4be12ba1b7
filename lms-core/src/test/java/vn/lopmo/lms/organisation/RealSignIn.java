package vn.lopmo.lms.organisation;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.testkit.RealKeycloak;

/// Real accounts and real tokens: the service under test checks what this Keycloak signed.
public class RealSignIn extends RealKeycloak {
    private static final String TOKENS = "/realms/lopmo/protocol/openid-connect/token";

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        settings.put("quarkus.oidc.auth-server-url", url() + "/realms/lopmo");
        return settings;
    }

    static Response trySignIn(String username, String password) {
        return given().baseUri(url().replaceFirst("/auth$", ""))
                .basePath("/auth")
                .formParam("grant_type", "password")
                .formParam("client_id", "demo-seeder")
                .formParam("client_secret", secretOfEveryClient())
                .formParam("username", username)
                .formParam("password", password)
                .post(TOKENS);
    }

    static String signIn(String username, String password) {
        return trySignIn(username, password).then().statusCode(200).extract().path("access_token");
    }

    /// What the login page does when it asks for a new password.
    static void changePassword(UUID person, String password) {
        String token = given().baseUri(url().replaceFirst("/auth$", ""))
                .basePath("/auth")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "lms-core")
                .formParam("client_secret", secretOfEveryClient())
                .post(TOKENS)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        given().baseUri(url().replaceFirst("/auth$", ""))
                .basePath("/auth")
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("type", "password", "value", password, "temporary", false))
                .put("/admin/realms/lopmo/users/" + person + "/reset-password")
                .then()
                .statusCode(204);
    }
}
