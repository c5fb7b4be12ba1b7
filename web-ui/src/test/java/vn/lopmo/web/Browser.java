package vn.lopmo.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A browser as far as the door sees one: cookies, redirects, a form filled in.
final class Browser {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final URI door;
    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Browser(URI door) {
        this.door = door;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> put(String path, String body) {
        return send(request(path)
                .header("X-Requested-With", "lopmo")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            // browsers send Secure cookies to localhost without TLS; this client would not
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    HttpResponse<String> signIn(String to) {
        return signIn(to, "co.huyen");
    }

    HttpResponse<String> signIn(String to, String username) {
        var page = get("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("no sign-in form: " + page.statusCode() + " " + page.uri());
        }
        var action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        var filled =
                "username=" + username + "&password=" + URLEncoder.encode(RealSignIn.PASSWORD, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(filled))
                .build());
    }
}
