package vn.lopmo.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is checked here is what the part behind gets: the normalised path, without dots, doubled slashes or letters
/// in disguise.
final class Paths {
    /// Signs that another server may take for a separator: an escaped slash, backslash or percent, and path parameters.
    private static final Pattern AMBIGUOUS = Pattern.compile("%(2f|5c|25|3b|00)|[;\\\\]", Pattern.CASE_INSENSITIVE);

    private Paths() {}

    static boolean isAmbiguous(String path) {
        return AMBIGUOUS.matcher(path).find();
    }

    static String withQuery(String path, HttpServerRequest request) {
        @Nullable String query = request.query();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }
}
