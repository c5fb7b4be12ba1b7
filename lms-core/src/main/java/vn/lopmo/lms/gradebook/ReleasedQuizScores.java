package vn.lopmo.lms.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.learning.QuizScores;
import vn.lopmo.platform.sql.Rows;

/// Tells learning what papers brought, for the rules that ask for a score.
@ApplicationScoped
class ReleasedQuizScores implements QuizScores {
    private final Rows rows;
    private final ReleasedMarks marks;
    private final Event<QuizScores.Released> told;

    ReleasedQuizScores(Rows rows, ReleasedMarks marks, Event<QuizScores.Released> told) {
        this.rows = rows;
        this.marks = marks;
        this.told = told;
    }

    @Override
    public List<Score> of(Collection<UUID> learnerIds, Collection<UUID> assignmentIds) {
        return rows.list(
                "select learner_id, assignment_id, mark / max_mark from released_mark"
                        + " where learner_id = any(?) and assignment_id = any(?) and max_mark > 0",
                row -> new Score(row.uuid(1), row.uuid(2), row.decimal(3)),
                learnerIds.toArray(UUID[]::new),
                assignmentIds.toArray(UUID[]::new));
    }

    /// What the listeners read beside Hibernate has to be written before.
    void pass(@Observes ResultReleased event) {
        marks.flush();
        told.fire(new QuizScores.Released(event.schoolId(), event.learnerId(), event.assignmentId()));
    }
}
