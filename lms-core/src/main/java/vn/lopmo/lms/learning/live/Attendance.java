package vn.lopmo.lms.learning.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.sql.Rows;

/// Who came, from the log of who opened the link; the teacher's word counts more.
@ApplicationScoped
class Attendance {
    enum Standing {
        PRESENT,
        LATE,
        EXCUSED,
        ABSENT
    }

    /// @param openedAt the first time
    /// @param corrected whether the teacher said so
    record Line(
            UUID learnerId, String name, @Nullable Instant openedAt, int times, Standing standing, boolean corrected) {}

    private record Visits(UUID learnerId, Instant first, int times) {}

    private record Said(UUID learnerId, Standing standing) {}

    private final Rows rows;
    private final Memberships memberships;

    Attendance(Rows rows, Memberships memberships) {
        this.rows = rows;
        this.memberships = memberships;
    }

    void opened(LiveLesson lesson, UUID learnerId, Instant now) {
        rows.change(
                "insert into live_visit (live_lesson_id, learner_id, opened_at) values (?, ?, ?)",
                lesson.id(),
                learnerId,
                now);
    }

    /// In register order.
    List<Line> of(LiveLesson lesson) {
        var visits = byLearner(
                rows.list(
                        "select learner_id, min(opened_at), count(*) from live_visit where live_lesson_id = ?"
                                + " group by learner_id",
                        row -> new Visits(row.uuid(1), row.time(2), row.number(3)),
                        lesson.id()),
                Visits::learnerId);
        var said = byLearner(
                rows.list(
                        "select learner_id, standing from live_presence where live_lesson_id = ?",
                        row -> new Said(row.uuid(1), Standing.valueOf(row.text(2))),
                        lesson.id()),
                Said::learnerId);
        return memberships.learnersOf(lesson.classId()).stream()
                .map(learner -> line(lesson, learner, visits.get(learner.id()), said.get(learner.id())))
                .toList();
    }

    private static Line line(LiveLesson lesson, Person learner, @Nullable Visits visits, @Nullable Said said) {
        var first = visits == null ? null : visits.first;
        return new Line(
                learner.id(),
                learner.name(),
                first,
                visits == null ? 0 : visits.times,
                said == null ? byLog(lesson.startsAt(), first) : said.standing,
                said != null);
    }

    static Standing byLog(Instant startsAt, @Nullable Instant first) {
        if (first == null) {
            return Standing.ABSENT;
        }
        return first.isAfter(startsAt.plus(LiveLesson.IN_TIME)) ? Standing.LATE : Standing.PRESENT;
    }

    /// @param standing null: as the log says
    void correct(LiveLesson lesson, UUID learnerId, @Nullable Standing standing, UUID by, Instant now) {
        if (standing == null) {
            rows.change(
                    "delete from live_presence where live_lesson_id = ? and learner_id = ?", lesson.id(), learnerId);
            return;
        }
        rows.change(
                "insert into live_presence (live_lesson_id, learner_id, standing, set_by, set_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (live_lesson_id, learner_id) do update set standing = excluded.standing,"
                        + " set_by = excluded.set_by, set_at = excluded.set_at",
                lesson.id(),
                learnerId,
                standing.name(),
                by,
                now);
    }

    private static <T> Map<UUID, T> byLearner(List<T> all, Function<T, UUID> learner) {
        return all.stream().collect(Collectors.toMap(learner, Function.identity()));
    }
}
