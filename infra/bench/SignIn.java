import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Signs somebody in through the one port, as a browser does. The rigs beside it use it.
final class SignIn {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private SignIn() {}

    /// A client that holds his session.
    static HttpClient of(String url, String name, String password) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var page = http.send(HttpRequest.newBuilder(URI.create(url + "/login?to=/api/session")).build(), BodyHandlers.ofString());
        var action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new IOException("no sign-in page at " + page.uri() + ": " + page.statusCode());
        }
        // browsers send Secure cookies to this machine without TLS; this client would not
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        var form = "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var back = http.send(
                HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (!back.body().contains("signedIn")) {
            throw new IOException(name + " was not signed in: " + back.uri());
        }
        return http;
    }
}
