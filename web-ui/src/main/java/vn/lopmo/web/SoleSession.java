package vn.lopmo.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, one session. Cookies know no ports, so a script on the content port of the same host can plant a
/// second session cookie beside ours, though it can neither read nor change ours. What is no session of this server is
/// dropped; if two are, nobody is taken for the other: the request is refused.
@ApplicationScoped
class SoleSession {
    private static final int AFTER_THE_DOOR = -399;
    private static final int MOST = 8;
    private static final String NAME = "q_session";

    private final Sessions sessions;

    SoleSession(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_DOOR).handler(this::settle);
    }

    private void settle(RoutingContext context) {
        var given = sessionsIn(context.request().headers().getAll("Cookie"));
        if (given.size() < 2) {
            context.next();
        } else if (given.size() > MOST) {
            Problems.TWO_SESSIONS.send(context.request());
        } else {
            choose(context, given);
        }
    }

    private void choose(RoutingContext context, List<String> given) {
        Future.all(given.stream().map(sessions::find).toList()).onComplete(looked -> {
            if (looked.failed()) {
                Problems.AWAY.send(context.request());
                return;
            }
            List<Optional<Session>> found = looked.result().list();
            var real = found.stream().flatMap(Optional::stream).map(Session::id).toList();
            if (real.size() > 1) {
                Problems.TWO_SESSIONS.send(context.request());
            } else {
                keepOnly(context, real.isEmpty() ? null : real.getFirst());
                context.next();
            }
        });
    }

    private static void keepOnly(RoutingContext context, @Nullable String session) {
        var headers = context.request().headers();
        var kept = new ArrayList<String>();
        for (var line : headers.getAll("Cookie")) {
            Arrays.stream(line.split(";\\s*"))
                    .filter(cookie -> !cookie.startsWith(NAME))
                    .forEach(kept::add);
        }
        if (session != null) {
            kept.add(NAME + "=" + session);
        }
        headers.remove("Cookie");
        if (!kept.isEmpty()) {
            headers.set("Cookie", String.join("; ", kept));
        }
    }

    /// The different values, in no order that means anything: browsers send longer paths first.
    static List<String> sessionsIn(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                .filter(cookie -> cookie.startsWith(NAME + "=") || cookie.startsWith(NAME + "_"))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).strip())
                .distinct()
                .toList();
    }
}
