package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.AssignedPapers;
import vn.lopmo.platform.sql.Rows;

/// The tests and homework that a learner has before him: what his class has, a group of his, or he alone. Whether he
// has
/// handed in already is known to assessment alone; here a paper goes when its result was released.
@ApplicationScoped
class GivenPapers {
    record Paper(
            UUID id,
            String title,
            String subject,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    private final Rows rows;
    private final QuizScores scores;

    GivenPapers(Rows rows, QuizScores scores) {
        this.rows = rows;
        this.scores = scores;
    }

    /// Open now or opening soon, no practice; what closes first stands first.
    List<Paper> of(UUID learnerId, UUID schoolId, Instant now) {
        var given = rows.list(
                "select distinct p.id, p.title, p.subject, p.opens_at, p.closes_at from membership m"
                        + " join assigned_paper_class k on k.class_id = m.class_id"
                        + " join assigned_paper p on p.id = k.assignment_id"
                        + " where " + AssignedPapers.HAS_IT
                        + " and m.person_id = ? and m.school_id = ? and m.role = 'STUDENT' and m.ended_at is null"
                        + " and not p.practice and coalesce(p.opens_at, p.closes_at) < ?"
                        + " and coalesce(p.closes_at, p.opens_at) > ? and (p.closes_at is null or p.closes_at > ?)"
                        + " order by p.closes_at, p.opens_at, p.id",
                row -> new Paper(row.uuid(1), row.text(2), row.text(3), row.timeOrNull(4), row.timeOrNull(5)),
                learnerId,
                learnerId,
                learnerId,
                schoolId,
                now.plus(NextLesson.AHEAD_SHOWN),
                now.minus(NextLesson.LATE_SHOWN),
                now);
        var ids = given.stream().map(Paper::id).toList();
        var released = ids.isEmpty()
                ? List.<UUID>of()
                : scores.of(List.of(learnerId), ids).stream()
                        .map(QuizScores.Score::assignmentId)
                        .collect(Collectors.toList());
        return given.stream().filter(paper -> !released.contains(paper.id())).toList();
    }
}
