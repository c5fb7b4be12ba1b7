package vn.lopmo.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/// What Keycloak says of ended sessions, from the token to the database. It says so once: a token that cannot be
/// checked yet is kept until it is too old. Anybody can bring tokens, so they have threads of their own and only so
/// many are kept.
@ApplicationScoped
class EndingNews {
    private static final int THREADS = 2;
    private static final int MOST_AT_ONCE = 48;
    private static final int MOST_KEPT = 64;
    private static final long BETWEEN_TRIES_MS = 5_000;
    private static final Logger LOG = Logger.getLogger(EndingNews.class);

    private final LogoutTokens tokens;
    private final RealmKeys keys;
    private final Sessions sessions;
    private final Vertx vertx;
    private final WorkerExecutor threads;
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private long timer;

    EndingNews(LogoutTokens tokens, RealmKeys keys, Sessions sessions, Vertx vertx) {
        this.tokens = tokens;
        this.keys = keys;
        this.sessions = sessions;
        this.vertx = vertx;
        this.threads = vertx.createSharedWorkerExecutor("endings", THREADS);
    }

    /// The keys are fetched before they are needed, as soon as Keycloak is there.
    void start(@Observes StartupEvent starting) {
        catchUp();
        timer = vertx.setPeriodic(BETWEEN_TRIES_MS, again -> catchUp());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        threads.close();
    }

    /// Answers with an HTTP status.
    Future<Integer> hear(String token) {
        if (atOnce.incrementAndGet() > MOST_AT_ONCE) {
            atOnce.decrementAndGet();
            keep(token);
            return Future.succeededFuture(503);
        }
        return threads.executeBlocking(() -> tokens.read(token), false)
                .onComplete(read -> atOnce.decrementAndGet())
                .onFailure(away -> keep(token))
                .compose(ending -> ending.map(this::end).orElse(Future.succeededFuture(400)))
                .otherwise(503);
    }

    private Future<Integer> end(Ending ending) {
        return sessions.end(ending).map(200).onFailure(away -> {
            LOG.warnf("sessions ended in memory, not yet in the database: %s", away.toString());
            vertx.setTimer(BETWEEN_TRIES_MS, again -> end(ending));
        });
    }

    private void keep(String token) {
        if (!tokens.mayBeOurs(token)) {
            return;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(token);
        } else {
            turnedAway.incrementAndGet();
        }
    }

    private void catchUp() {
        int lost = turnedAway.getAndSet(0);
        if (lost > 0) {
            LOG.warnf("%d logout tokens were turned away, as too many wait", lost);
        }
        var waiting = List.copyOf(kept);
        if (!waiting.isEmpty() || !keys.areFresh()) {
            threads.executeBlocking(
                    () -> {
                        boolean fetched = fetch(waiting.size());
                        waiting.forEach(token -> hearAgain(token, fetched));
                        return null;
                    },
                    false);
        }
    }

    private boolean fetch(int waiting) {
        try {
            keys.fetch();
            return true;
        } catch (IOException | JoseException away) {
            LOG.logf(
                    waiting == 0 ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "the realm's keys cannot be fetched (%s): %d logout tokens wait",
                    away.toString(),
                    waiting);
            return false;
        }
    }

    private void hearAgain(String token, boolean keysAreNew) {
        if (!tokens.mayBeOurs(token)) {
            kept.remove(token);
            LOG.warn(
                    "a logout token grew too old before the realm's keys came: the session lives until its token ends");
            return;
        }
        try {
            tokens.read(token).ifPresent(this::end);
            kept.remove(token);
        } catch (RealmKeys.Away unknown) {
            if (keysAreNew) {
                kept.remove(token);
            }
        }
    }
}
