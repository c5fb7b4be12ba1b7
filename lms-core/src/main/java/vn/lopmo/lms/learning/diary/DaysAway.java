package vn.lopmo.lms.learning.diary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;

/// How often learners were away, as the diaries of their classes have it: a day counts if somebody was away in all
/// periods that were written of its morning or of its afternoon, and once (Circular 22/2021, art. 12.1 counts one
// session
/// a day). It is without leave if one of those periods was.
@ApplicationScoped
public class DaysAway {
    private static final String DAYS = """
            select learner_id, excused, count(*) from (
              select s.learner_id, s.day, bool_and(s.excused) as excused from (
                select a.learner_id, l.class_id, l.day, l.session, bool_and(a.excused) as excused, count(*) as away
                from diary_line l join diary_absence a on a.line_id = l.id
                where l.school_id = ? and a.learner_id = any(?) and l.day >= ? and l.day <= ?
                group by a.learner_id, l.class_id, l.day, l.session) s
              where s.away = (select count(*) from diary_line w
                              where w.class_id = s.class_id and w.day = s.day and w.session = s.session)
              group by s.learner_id, s.day) d
            group by learner_id, excused""";

    /// Of one learner.
    public record Away(int withLeave, int without) {
        public static final Away NEVER = new Away(0, 0);
    }

    private record Line(UUID learner, boolean excused, int days) {}

    private final Rows rows;

    DaysAway(Rows rows) {
        this.rows = rows;
    }

    /// Whether anything is written of a class in these days.
    public boolean areKnown(UUID classId, LocalDate from, LocalDate until) {
        return rows.first(
                        "select 1 from diary_line where class_id = ? and day >= ? and day <= ? limit 1",
                        row -> row.number(1),
                        classId,
                        from,
                        until)
                .isPresent();
    }

    /// Whoever was never away is not in the map.
    public Map<UUID, Away> of(UUID schoolId, Collection<UUID> learnerIds, LocalDate from, LocalDate until) {
        var found = new HashMap<UUID, Away>();
        rows.list(
                        DAYS,
                        row -> new Line(row.uuid(1), row.is(2), row.number(3)),
                        schoolId,
                        learnerIds.toArray(UUID[]::new),
                        from,
                        until)
                .forEach(line -> found.merge(
                        line.learner,
                        line.excused ? new Away(line.days, 0) : new Away(0, line.days),
                        (one, other) -> new Away(one.withLeave + other.withLeave, one.without + other.without)));
        return found;
    }
}
