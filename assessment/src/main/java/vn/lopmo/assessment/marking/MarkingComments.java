package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Sentences that markers use again, each marker his own. Used inside the caller's transaction.
@ApplicationScoped
class MarkingComments {
    private static final int MOST = 100;

    private final EntityManager database;

    MarkingComments(EntityManager database) {
        this.database = database;
    }

    /// @param used how many marks carry it
    record Line(UUID id, String text, @Nullable String subject, int used) {}

    /// The most used first.
    List<Line> of(Caller owner, String words) {
        List<?> rows = database.createNativeQuery("""
                        select id, text, subject, used from marking_comment
                        where owner_id = :owner and school_id = :school and position(:words in folded) > 0
                        order by used desc, created_at desc limit :most""", Tuple.class)
                .setParameter("owner", owner.id())
                .setParameter("school", owner.schoolId())
                .setParameter("words", VietnameseText.fold(words))
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream().map(row -> line((Tuple) row)).toList();
    }

    /// What he keeps already is kept once.
    Line add(Caller owner, String text, @Nullable String subject, Instant now) {
        return of(owner, text).stream()
                .filter(kept -> kept.text.equals(text))
                .findFirst()
                .orElseGet(() -> insert(owner, text, subject, now));
    }

    private Line insert(Caller owner, String text, @Nullable String subject, Instant now) {
        var line = new Line(Ids.next(now), text, subject, 0);
        database.createNativeQuery("""
                        insert into marking_comment (id, school_id, owner_id, text, folded, subject, used, created_at)
                        values (:id, :school, :owner, :text, :folded, cast(:subject as text), 0, :now)""")
                .setParameter("id", line.id)
                .setParameter("school", owner.schoolId())
                .setParameter("owner", owner.id())
                .setParameter("text", text)
                .setParameter("folded", VietnameseText.fold(text))
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        return line;
    }

    /// @throws Refusal.NotFound if it is not his
    void remove(Caller owner, UUID id) {
        int removed = database.createNativeQuery(
                        "delete from marking_comment where id = :id and owner_id = :owner and school_id = :school")
                .setParameter("id", id)
                .setParameter("owner", owner.id())
                .setParameter("school", owner.schoolId())
                .executeUpdate();
        if (removed == 0) {
            throw new Refusal.NotFound("not-found");
        }
    }

    /// Counts those that a mark carries now and did not before: pages save while somebody types.
    void used(@Nullable UUID marker, @Nullable String before, @Nullable String comment) {
        if (marker != null && comment != null) {
            database.createNativeQuery("update marking_comment set used = used + 1 where owner_id = :owner"
                            + " and position(text in :comment) > 0 and position(text in :before) = 0")
                    .setParameter("owner", marker)
                    .setParameter("comment", comment)
                    .setParameter("before", before == null ? "" : before)
                    .executeUpdate();
        }
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("id", UUID.class),
                row.get("text", String.class),
                row.get("subject", String.class),
                row.get("used", Integer.class));
    }
}
