package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.platform.caller.Caller;

/// Writes down that staff have read a learner's work: pupils' records are sensitive, and so is who looks into them.
@ApplicationScoped
class RecordReads {
    private final EntityManager database;

    RecordReads(EntityManager database) {
        this.database = database;
    }

    void add(Caller reader, Sitting sitting, Instant now) {
        database.createNativeQuery("insert into record_read (reader_id, learner_id, sitting_id, read_at)"
                        + " values (:reader, :learner, :sitting, :now)")
                .setParameter("reader", reader.id())
                .setParameter("learner", sitting.learnerId())
                .setParameter("sitting", sitting.id())
                .setParameter("now", now)
                .executeUpdate();
    }
}
