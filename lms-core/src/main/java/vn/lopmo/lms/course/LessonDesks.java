package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages that are open on lessons: who sits there and at which block, and how far its numbered changes have come.
@ApplicationScoped
class LessonDesks {
    /// A page that was not heard of for so long is not open any more.
    static final Duration GONE = Duration.ofSeconds(40);

    /// After so long nothing that such a page still holds is numbered: what it sends counts as new.
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    /// @param blockId where the person writes, if anywhere
    record Present(UUID device, UUID personId, @Nullable String blockId) {}

    private final EntityManager database;

    LessonDesks(EntityManager database) {
        this.database = database;
    }

    /// Notes a page's change, once.
    ///
    /// @return whether it is the next one; one that came before is not taken again
    boolean isNext(UUID lessonId, Stamp stamp, long seq) {
        return database.createNativeQuery("""
                        insert into lesson_desk (lesson_id, device, person_id, seq, seen_at)
                        values (:lesson, :device, :person, :seq, :now)
                        on conflict (lesson_id, device) do update set seq = excluded.seq, person_id = excluded.person_id
                        where lesson_desk.seq < excluded.seq""")
                        .setParameter("lesson", lessonId)
                        .setParameter("device", stamp.device())
                        .setParameter("person", stamp.by())
                        .setParameter("seq", seq)
                        .setParameter("now", stamp.at())
                        .executeUpdate()
                > 0;
    }

    /// @param blockId where the person writes; null if nowhere
    /// @param open whether the page goes on being open
    void seen(UUID lessonId, Stamp stamp, @Nullable String blockId, boolean open) {
        database.createNativeQuery("""
                        insert into lesson_desk (lesson_id, device, person_id, seq, block_id, seen_at)
                        values (:lesson, :device, :person, 0, cast(:block as text), :now)
                        on conflict (lesson_id, device) do update
                        set block_id = excluded.block_id, person_id = excluded.person_id, seen_at = excluded.seen_at""")
                .setParameter("lesson", lessonId)
                .setParameter("device", stamp.device())
                .setParameter("person", stamp.by())
                .setParameter("block", blockId)
                .setParameter("now", open ? stamp.at() : stamp.at().minus(GONE))
                .executeUpdate();
    }

    /// The pages of others that are open now.
    List<Present> others(UUID lessonId, Stamp stamp) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery("""
                        select device, person_id, block_id from lesson_desk
                        where lesson_id = :lesson and device <> :device and seen_at > :since order by seen_at desc""")
                .setParameter("lesson", lessonId)
                .setParameter("device", stamp.device())
                .setParameter("since", stamp.at().minus(GONE))
                .getResultList();
        return rows.stream()
                .map(row -> new Present((UUID) row[0], (UUID) row[1], (@Nullable String) row[2]))
                .toList();
    }

    void forgetOld(UUID lessonId, Instant now) {
        database.createNativeQuery("delete from lesson_desk where lesson_id = :lesson and seen_at < :before")
                .setParameter("lesson", lessonId)
                .setParameter("before", now.minus(FORGOTTEN))
                .executeUpdate();
    }
}
