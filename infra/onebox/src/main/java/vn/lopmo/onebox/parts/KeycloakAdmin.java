package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few things that the launcher asks of Keycloak's admin API. A token is fetched for each: they are rare.
public final class KeycloakAdmin {
    public static final String NAME = "lopmo-launcher";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final String url;
    private final String name;
    private final String password;

    public KeycloakAdmin(String url, String name, String password) {
        this.url = url;
        this.name = name;
        this.password = password;
    }

    public boolean hasRealm(String realm) {
        return send(to("/admin/realms/" + realm).GET()).statusCode() == 200;
    }

    /// Keycloak's own id of a client, which its other addresses want.
    public Optional<String> idOfClient(String realm, String clientId) {
        var answer = send(
                to("/admin/realms/" + realm + "/clients?clientId=" + clientId).GET());
        return first(ID, answer.body());
    }

    public void post(String path, String json) {
        var body = HttpRequest.BodyPublishers.ofString(json);
        succeed(path, send(to(path).header("Content-Type", "application/json").POST(body)));
    }

    /// What the JSON does not name stays as it was.
    void put(String path, String json) {
        var body = HttpRequest.BodyPublishers.ofString(json);
        succeed(path, send(to(path).header("Content-Type", "application/json").PUT(body)));
    }

    public void delete(String path) {
        succeed(path, send(to(path).DELETE()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        String form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(name) + "&password=" + encoded(password);
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return first(TOKEN, answer.body())
                .orElseThrow(() -> new PartFailure("Keycloak không nhận mật khẩu quản trị trong secrets.properties (mã "
                        + answer.statusCode() + ")."));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Http.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailure("Keycloak không trả lời; xem log/keycloak.log trong thư mục dữ liệu.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Bị ngắt trong lúc chờ Keycloak.", e);
        }
    }

    private static void succeed(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new PartFailure(
                    "Keycloak từ chối %s (mã %d): %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
