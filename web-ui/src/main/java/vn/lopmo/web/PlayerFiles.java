package vn.lopmo.web;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The player's own files beside those of a package: the page that frames it, and the runtimes it talks to.
@ApplicationScoped
class PlayerFiles {
    static final String FOLDER = "~lopmo/";
    private static final String ROOT = "META-INF/player/";

    private final Vertx vertx;
    /// Found files only.
    private final Map<String, AppFile> known = new ConcurrentHashMap<>();

    PlayerFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    /// @param path begins with [#FOLDER]
    void send(HttpServerRequest request, String path, Consumer<MultiMap> policy) {
        var name = path.substring(FOLDER.length());
        var file = known.get(name);
        if (file != null) {
            send(request, file, policy);
        } else {
            vertx.executeBlocking(() -> find(name), false)
                    .onSuccess(found -> found.ifPresentOrElse(
                            one -> send(request, one, policy), () -> Problems.NOT_FOUND.send(request)))
                    .onFailure(broken -> Problems.AWAY.send(request));
        }
    }

    private Optional<AppFile> find(String name) {
        if (name.contains("..") || name.lastIndexOf('.') < name.lastIndexOf('/')) {
            return Optional.empty();
        }
        var found = AppFile.read(ROOT, name);
        found.ifPresent(file -> known.put(name, file));
        return found;
    }

    private static void send(HttpServerRequest request, AppFile file, Consumer<MultiMap> policy) {
        var response = request.response();
        var form = file.formFor(request.getHeader("Accept-Encoding"));
        policy.accept(response.headers());
        response.putHeader("ETag", form.tag())
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", "private, max-age=3600");
        if (form.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", file.type());
        if (form.encoding() != null) {
            response.putHeader("Content-Encoding", form.encoding());
        }
        response.end(form.bytes());
    }
}
