package vn.lopmo.content.file;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/// Only uploads may be large. Quarkus knows one limit for all requests; this one holds everything else to a small one,
/// and turns a file that is too large away before its first byte is read.
@ApplicationScoped
class UploadGate {
    private static final Pattern UPLOAD = Pattern.compile("/materials/(uploads|bulk|[0-9a-fA-F-]{36}/files)");
    private static final Pattern RESUMABLE = Pattern.compile("/uploads(/[0-9a-fA-F-]{36})?");
    private static final int BEFORE_QUARKUS = 10;
    private static final int AFTER_QUARKUS = 1;
    private static final long FORM_AROUND_FILE = 1L << 20;
    private static final String TOO_LARGE =
            "{\"type\":\"/problems/too-large\",\"slug\":\"too-large\",\"status\":413,\"title\":"
                    + "\"Tệp hoặc nội dung quá lớn nên không nhận được. Không có gì bị thay đổi.\"}";

    private final FilesConfig config;

    UploadGate(FilesConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseEarly, BEFORE_QUARKUS);
        filters.register(this::holdSmall, AFTER_QUARKUS);
    }

    private void refuseEarly(RoutingContext context) {
        if (declaredLength(context.request()) <= limit(context.request())) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(TOO_LARGE);
    }

    private void holdSmall(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context.request()));
        context.next();
    }

    private long limit(HttpServerRequest request) {
        if (RESUMABLE.matcher(request.path()).matches()) {
            return config.limits().video().asLongValue();
        }
        boolean upload = request.method() == HttpMethod.POST
                && UPLOAD.matcher(request.path()).matches();
        return upload ? config.largestUpload() + FORM_AROUND_FILE : config.largestRequest();
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException nonsense) {
            return Long.MAX_VALUE;
        }
    }
}
