package vn.lopmo.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The app's own files, from memory and before anybody is asked who he is. Every address that is no file is the same
/// page; a missing file is none.
@ApplicationScoped
class AppRoutes {
    private static final int BEFORE_EVERYTHING_ELSE = -398;
    private static final String ROOT = "META-INF/resources";
    private static final String PAGE = "/index.html";
    /// Pages may have a dot too, before a digit: that of a competence is called "1.1".
    private static final Pattern FILE_NAME = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]*$");
    /// Named after their content, so they never change.
    private static final String IMMUTABLE = "/_app/immutable/";

    /// Found files only: their number is that of the build, whatever is asked for.
    private final Map<String, AppFile> known = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.route("/*")
                .order(BEFORE_EVERYTHING_ELSE)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var path = context.normalizedPath();
        if (isOthers(path)) {
            context.next();
            return;
        }
        var wanted = isFile(path) ? path : PAGE;
        var file = known.get(wanted);
        if (file != null) {
            send(context, wanted, file);
        } else {
            context.vertx()
                    .executeBlocking(() -> find(wanted), false)
                    .onSuccess(found -> found.ifPresentOrElse(
                            one -> send(context, wanted, one), () -> Problems.NOT_FOUND.send(context.request())))
                    .onFailure(context::fail);
        }
    }

    private Optional<AppFile> find(String path) {
        boolean isFolder = path.lastIndexOf('.') < path.lastIndexOf('/');
        if (isFolder || path.contains("..") || path.endsWith(".br") || path.endsWith(".gz")) {
            return Optional.empty();
        }
        var found = AppFile.read(ROOT, path);
        found.ifPresent(file -> known.put(path, file));
        return found;
    }

    private static boolean isOthers(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/auth/")
                || path.startsWith("/q/")
                || path.equals("/login")
                || path.startsWith("/login/")
                || path.equals("/logout");
    }

    private static boolean isFile(String path) {
        return path.startsWith("/_app/") || FILE_NAME.matcher(path).find();
    }

    private static void send(RoutingContext context, String path, AppFile file) {
        var request = context.request();
        var response = context.response();
        var form = file.formFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.putHeader(HttpHeaders.ETAG, form.tag())
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        path.startsWith(IMMUTABLE) ? "public, max-age=31536000, immutable" : "no-cache");
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), form.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        Integer.toString(form.bytes().length()))
                // said even of plain bytes, else the server would compress them anew for each request
                .putHeader(HttpHeaders.CONTENT_ENCODING, form.encoding() == null ? "identity" : form.encoding());
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(form.bytes());
        }
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        if (tags == null) {
            return false;
        }
        for (var one : tags.split(",")) {
            var plain = one.trim();
            if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
