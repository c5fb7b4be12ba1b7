import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One person's browser at the one port: his cookies, his connection, and the headers that Chromium sends with a fetch of the page's own.
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String SESSION = "q_session";
    private static final byte[] NOTHING = {};

    private final String base;
    private final String host;
    private final Wire wire;
    private final Wire.Line line;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    private record Cookie(String value, String path) {}

    /// @param base such as `http://localhost:8000`
    Browser(Wire wire, String base) {
        this.wire = wire;
        this.base = base;
        this.host = URI.create(base).getAuthority();
        this.line = wire.line();
    }

    Wire.Line line() {
        return line;
    }

    void after(double millis, Runnable work) {
        wire.after(millis, work);
    }

    /// What the cookie holds, or "".
    String session() {
        return cookies.containsKey(SESSION) ? cookies.get(SESSION).value : "";
    }

    Browser with(String session) {
        cookies.put(SESSION, new Cookie(session, "/"));
        return this;
    }

    // --- calls of the page -------------------------------------------------------------------------------------------------

    /// On the wire's thread.
    void ask(String method, String path, String json, Wire.Then then) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        line.ask(head(method, path, "application/json", body.length), body, then);
    }

    /// From any other thread.
    Wire.Reply call(String method, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return line.call(head(method, path, "application/json", body.length), body);
    }

    /// A piece of a file, or the question how much of it has come: tus, as the page's own uploader speaks it.
    ///
    /// @param more further headers, each with its line end
    Wire.Reply tus(String method, String path, String more, byte[] body) {
        return line.call(tusHead(method, path, more, body.length), body);
    }

    byte[] tusHead(String method, String path, String more, int length) {
        var plain = new String(head(method, path, "application/offset+octet-stream", length), StandardCharsets.ISO_8859_1);
        return (plain.substring(0, plain.length() - 2) + "Tus-Resumable: 1.0.0\r\n" + more + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The answer's JSON.
    ///
    /// @throws IOException if it was refused
    Json insist(String method, String path, String json) throws IOException {
        var reply = call(method, path, json);
        if (!reply.ok()) {
            throw new IOException(method + " " + path + ": " + reply.status() + " " + reply.text());
        }
        return Json.of(reply.text());
    }

    /// The answer as it is, of a file.
    byte[] insistBytes(String path) throws IOException {
        var reply = call("GET", path, "");
        if (!reply.ok()) {
            throw new IOException("GET " + path + ": " + reply.status() + " " + reply.text());
        }
        return reply.bytes();
    }

    Json upload(String path, String name, String text) throws IOException {
        return upload(path, name, text.getBytes(StandardCharsets.UTF_8));
    }

    Json upload(String path, String name, byte[] bytes) throws IOException {
        var boundary = "----lopmo" + name.hashCode();
        var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new byte[head.length + bytes.length + foot.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bytes, 0, body, head.length, bytes.length);
        System.arraycopy(foot, 0, body, head.length + bytes.length, foot.length);
        var reply = line.call(head("POST", path, "multipart/form-data; boundary=" + boundary, body.length), body);
        if (!reply.ok()) {
            throw new IOException("POST " + path + ": " + reply.status() + " " + reply.text());
        }
        return Json.of(reply.text());
    }

    private byte[] head(String method, String path, String type, int length) {
        var head = new StringBuilder(700)
                .append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host)
                .append("\r\nConnection: keep-alive\r\n");
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(length).append("\r\nContent-Type: ").append(type)
                    .append("\r\nX-Requested-With: lopmo\r\nOrigin: ").append(base).append("\r\n");
        }
        head.append("User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36\r\n"
                        + "Accept: application/json, */*;q=0.5\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\nReferer: ")
                .append(base).append("/lam-bai\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: vi,en;q=0.8\r\nCookie: ")
                .append(cookiesFor(path)).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String cookiesFor(String path) {
        return cookies.entrySet().stream()
                .filter(one -> path.startsWith(one.getValue().path))
                .map(one -> one.getKey() + "=" + one.getValue().value)
                .collect(Collectors.joining("; "));
    }

    // --- signing in --------------------------------------------------------------------------------------------------------

    /// Through the login page, as people do. Whoever comes with his first password is asked for one of his own, which is then `own`.
    ///
    /// @throws IOException if he was not let in
    void signIn(String name, String password, String own) throws IOException {
        cookies.clear();
        var page = follow(navigate("GET", "/login?to=/api/session", ""));
        for (int forms = 0; forms < 3 && page.status() == 200; forms++) {
            if (page.text().contains("\"signedIn\"")) {
                return;
            }
            var action = FORM.matcher(page.text());
            if (!action.find()) {
                break;
            }
            boolean asksForNew = page.text().contains("password-new");
            var fields = asksForNew
                    ? "password-new=" + coded(own) + "&password-confirm=" + coded(own)
                    : "username=" + coded(name) + "&password=" + coded(password);
            page = follow(navigate("POST", local(action.group(1).replace("&amp;", "&")), fields));
        }
        throw new IOException(name + " was not signed in: " + page.status() + " "
                + page.text().substring(0, Math.min(300, page.text().length())));
    }

    private Wire.Reply follow(Wire.Reply reply) throws IOException {
        var at = reply;
        for (int hops = 0; hops < 10 && at.status() >= 300 && at.status() < 400; hops++) {
            at = navigate("GET", local(at.header("Location")), "");
        }
        return at;
    }

    private String local(String location) {
        return location.startsWith("/") ? location : location.substring(location.indexOf('/', "https://".length()));
    }

    private Wire.Reply navigate(String method, String path, String form) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nCookie: " + cookiesFor(path)
                + "\r\n"
                + (method.equals("GET") ? "" : "Origin: " + base + "\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                + "Content-Length: " + body.length + "\r\n\r\n";
        var reply = line.call(head.getBytes(StandardCharsets.ISO_8859_1), method.equals("GET") ? NOTHING : body);
        if (reply.status() == 0) {
            throw new IOException("the connection broke at " + path);
        }
        keepCookies(reply);
        return reply;
    }

    private void keepCookies(Wire.Reply reply) {
        for (var header : reply.head().split("\r\n")) {
            if (header.regionMatches(true, 0, "set-cookie:", 0, 11)) {
                var parts = header.substring(11).strip().split(";\\s*");
                int equals = parts[0].indexOf('=');
                var path = "/";
                boolean gone = false;
                for (var part : parts) {
                    path = part.regionMatches(true, 0, "path=", 0, 5) ? part.substring(5) : path;
                    gone |= part.equalsIgnoreCase("max-age=0");
                }
                var name = parts[0].substring(0, equals);
                if (gone || equals == parts[0].length() - 1) {
                    cookies.remove(name);
                } else {
                    cookies.put(name, new Cookie(parts[0].substring(equals + 1), path));
                }
            }
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
