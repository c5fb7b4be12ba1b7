package vn.lopmo.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import vn.lopmo.testkit.RealKeycloak;

/// What lms-core asks of Keycloak's admin API, and what a test must arrange there.
final class RealmAdmin {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final String keycloak;

    private RealmAdmin(String keycloak) {
        this.keycloak = keycloak;
    }

    static RealmAdmin of(String keycloak) {
        return new RealmAdmin(keycloak);
    }

    void make(String username, String name, String password) {
        ask("POST", "/users", """
                {"username": "%s", "enabled": true, "firstName": "%s",
                 "credentials": [{"type": "password", "temporary": false, "value": "%s"}]}""".formatted(username, name, password));
    }

    String idOf(String username) {
        return found(ID, ask("GET", "/users?exact=true&username=" + username, ""));
    }

    void give(String user, String role) {
        ask("POST", roles(user), "[" + role(role) + "]");
    }

    void take(String user, String role) {
        ask("DELETE", roles(user), "[" + role(role) + "]");
        logOut(user);
    }

    void shutOut(String user) {
        ask("PUT", "/users/" + user, "{\"enabled\": false}");
        logOut(user);
    }

    void delete(String user) {
        shutOut(user);
        ask("DELETE", "/users/" + user, "");
    }

    void logOut(String user) {
        ask("POST", "/users/" + user + "/logout", "");
    }

    void shortenTokens(int seconds) {
        var token = token("master", "grant_type=password&client_id=admin-cli&username=lopmo-launcher&password=");
        send("", "PUT", token, "{\"accessTokenLifespan\": " + seconds + "}");
    }

    private static String roles(String user) {
        return "/users/" + user + "/role-mappings/realm";
    }

    private String role(String name) {
        return ask("GET", "/roles/" + name, "");
    }

    private String ask(String method, String path, String json) {
        return send(
                path, method, token("lopmo", "grant_type=client_credentials&client_id=lms-core&client_secret="), json);
    }

    private String send(String path, String method, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/lopmo" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    private String token(String realm, String form) {
        return found(
                TOKEN,
                send(HttpRequest.newBuilder(
                                URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + RealKeycloak.secretOfEveryClient()))
                        .build()));
    }

    private static String found(Pattern pattern, String answer) {
        var found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + answer);
        }
        return found.group(1);
    }

    private static String send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            boolean isThereAlready = answer.statusCode() == 409;
            if (answer.statusCode() / 100 != 2 && !isThereAlready) {
                throw new IllegalStateException(request.uri() + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
