package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Removes uploads that nobody finished in time, and bytes in the folder of arrivals that belong to nothing.
@ApplicationScoped
class ArrivalsSweep {
    private static final Logger LOG = Logger.getLogger(ArrivalsSweep.class);
    private static final Duration EACH = Duration.ofHours(1);
    /// A file may lie there a moment before the database knows of it.
    private static final Duration SURE = Duration.ofDays(1);

    private final Uploads uploads;
    private final Arrivals arrivals;
    private final Vertx vertx;
    private final Clock clock;

    ArrivalsSweep(Uploads uploads, Arrivals arrivals, Vertx vertx, Clock clock) {
        this.uploads = uploads;
        this.arrivals = arrivals;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(EACH.toMillis(), timer -> vertx.executeBlocking(this::sweep)
                .onFailure(away -> LOG.warnf("uploads are swept later: %s", away)));
    }

    int sweep() {
        var now = clock.instant();
        var expired = QuarkusTransaction.requiringNew().call(() -> uploads.removeExpired(now));
        expired.stream().filter(id -> !uploads.isWanted(id)).forEach(arrivals::remove);
        var nobodys = arrivals.untouchedSince(now.minus(SURE)).stream()
                .filter(id -> !uploads.isWanted(id))
                .toList();
        nobodys.forEach(arrivals::remove);
        return expired.size() + nobodys.size();
    }
}
