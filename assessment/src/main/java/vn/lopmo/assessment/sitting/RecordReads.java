package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import vn.lopmo.platform.caller.Caller;

/// Writes down that staff have read learners' work, or what their devices noticed: pupils' records are sensitive,
/// and so is who looks into them.
@ApplicationScoped
public class RecordReads {
    private final EntityManager database;

    RecordReads(EntityManager database) {
        this.database = database;
    }

    public void add(Caller reader, Collection<Sitting> sittings, Instant now) {
        if (sittings.isEmpty()) {
            return;
        }
        database.createNativeQuery("insert into record_read (reader_id, learner_id, sitting_id, read_at)"
                        + " select :reader, learner_id, id, :now from sitting where id in (:ids)")
                .setParameter("reader", reader.id())
                .setParameter("ids", sittings.stream().map(Sitting::id).toList())
                .setParameter("now", now)
                .executeUpdate();
    }
}
