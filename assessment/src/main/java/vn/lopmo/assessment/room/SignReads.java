package vn.lopmo.assessment.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.platform.caller.Caller;

/// Writes down that staff have read what a learner's devices noticed: logs of behaviour are sensitive, and so is who
/// looks into them.
@ApplicationScoped
class SignReads {
    private final EntityManager database;

    SignReads(EntityManager database) {
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
