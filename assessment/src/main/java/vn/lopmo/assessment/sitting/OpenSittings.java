package vn.lopmo.assessment.sitting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.refusal.Refusal;

/// The sittings that answers are being saved for. Filled from the database on a miss, so that a restart costs one
/// read a sitting; entries live a minute, so that what another instance of the service changes is seen soon.
///
/// Handing in shuts a sitting first: from then on no step is appended, and what was appended before stands in the
/// log ahead of it. All looking up and appending for one sitting happens under [#guarded], which makes that exact.
@ApplicationScoped
class OpenSittings {
    private static final int STRIPES = 64;

    private final Sittings sittings;
    private final Assignments assignments;
    private final PaperContents papers;
    private final Cache<UUID, OpenSitting> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final ConcurrentHashMap<UUID, Boolean> shut = new ConcurrentHashMap<>();
    private final Object[] locks = new Object[STRIPES];

    OpenSittings(Sittings sittings, Assignments assignments, PaperContents papers) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.papers = papers;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
        }
    }

    /// Runs something short that nothing else for this sitting may run beside.
    <T> T guarded(UUID id, Supplier<T> work) {
        synchronized (locks[Math.floorMod(id.hashCode(), STRIPES)]) {
            return work.get();
        }
    }

    /// What is known without asking the database.
    @Nullable
    OpenSitting known(UUID id) {
        return known.getIfPresent(id);
    }

    /// Asks the database if need be, hence blocks.
    ///
    /// @throws Refusal.NotFound if there is no such sitting
    OpenSitting get(UUID id) {
        return known.get(id, wanted -> QuarkusTransaction.joiningExisting().call(() -> read(wanted)));
    }

    /// As the database has it now: before somebody is told that his time is over, or that he sits elsewhere. Another
    /// instance of the service may have paused or moved him. Blocks.
    ///
    /// @throws Refusal.NotFound if there is no such sitting
    OpenSitting fresh(UUID id) {
        known.invalidate(id);
        return get(id);
    }

    /// What is remembered of an assignment's sittings is dropped, once the change is durable.
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SittingsChanged changed) {
        known.asMap().values().removeIf(one -> one.assignmentId().equals(changed.assignmentId()));
    }

    /// Whoever is just appending by what is remembered has appended when this returns.
    void forget(UUID id) {
        guarded(id, () -> {
            known.invalidate(id);
            return true;
        });
    }

    private OpenSitting read(UUID id) {
        var sitting =
                Optional.ofNullable(sittings.findById(id)).orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
        var assignment = assignments.get(sitting.schoolId(), sitting.assignmentId());
        return OpenSitting.of(sitting, assignment, papers.of(assignment));
    }

    boolean isShut(UUID id) {
        return shut.containsKey(id);
    }

    /// @return false if somebody else is about to hand it in
    boolean shut(UUID id) {
        return guarded(id, () -> shut.putIfAbsent(id, true) == null);
    }

    /// The sitting may have changed: what is remembered of it is dropped.
    void reopen(UUID id) {
        guarded(id, () -> {
            known.invalidate(id);
            return shut.remove(id);
        });
    }
}
