package vn.lopmo.assessment.sitting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Answers that one instance of the service acknowledged before it heard that another one had handed the sitting in.
/// They are saved, but the mark was made without them: it is made again.
@ApplicationScoped
class LastAnswers {
    private static final Logger LOG = Logger.getLogger(LastAnswers.class);
    /// Held work that was accepted came later still, and was marked when it was.
    private static final String FOUND = """
            select distinct s.id, a.slot from sitting s join answer_step a on a.sitting_id = s.id
            where s.id = any(:ids) and a.received_at > s.handed_in_at and not exists
                (select 1 from late_step l where l.sitting_id = a.sitting_id and l.slot = a.slot
                    and l.received_at = a.received_at and l.outcome = 'ACCEPTED')""";

    private final Sittings sittings;
    private final AnswerLog log;
    private final EntityManager database;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    LastAnswers(Sittings sittings, AnswerLog log, EntityManager database, Event<AnswersChanged> changed, Clock clock) {
        this.sittings = sittings;
        this.log = log;
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    /// @param handedIn sittings for which nothing is appended here any more
    void mark(Collection<UUID> handedIn) {
        if (handedIn.isEmpty()) {
            return;
        }
        log.settled().join();
        var found = QuarkusTransaction.requiringNew().call(() -> found(handedIn));
        found.stream().map(row -> row.get(0, UUID.class)).distinct().forEach(this::markApart);
    }

    /// One that cannot be marked now keeps no other waiting.
    private void markApart(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> mark(id));
        } catch (RuntimeException fault) {
            LOG.warnf(fault, "the last answers of the sitting %s are saved and not marked", id);
        }
    }

    /// Looked for again once nobody changes the sitting: it may be open again.
    private void mark(UUID id) {
        var sitting = sittings.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Set<UUID> slots =
                found(List.of(id)).stream().map(row -> row.get(1, UUID.class)).collect(Collectors.toSet());
        if (!slots.isEmpty()) {
            changed.fire(new AnswersChanged(id, sitting.assignmentId(), slots, null, clock.instant()));
        }
    }

    private List<Tuple> found(Collection<UUID> ids) {
        return database
                .createNativeQuery(FOUND, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(Tuple.class::cast)
                .toList();
    }
}
