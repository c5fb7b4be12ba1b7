package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.HeldAccepted;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.SittingReopened;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.refusal.Refusal;

/// What becomes of marks when something happens to a sitting after it was handed in.
@ApplicationScoped
class AfterTheRoom {
    private final EntityManager database;
    private final Sittings sittings;
    private final Assignments assignments;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final Releases releases;

    AfterTheRoom(
            EntityManager database,
            Sittings sittings,
            Assignments assignments,
            PaperContents papers,
            SavedAnswers answers,
            SlotMarks marks,
            Releases releases) {
        this.database = database;
        this.sittings = sittings;
        this.assignments = assignments;
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
        this.releases = releases;
    }

    /// Who goes on with his paper has no marks, and must not have seen any.
    ///
    /// @throws Refusal.Conflict if they were released
    void reopened(@Observes SittingReopened event) {
        if (releases.of(event.sittingId()).isPresent()) {
            throw new Refusal.Conflict("sitting-released");
        }
        database.createNativeQuery("delete from slot_mark where sitting_id = :id")
                .setParameter("id", event.sittingId())
                .executeUpdate();
    }

    /// Work that was held counts now: what the key marks is marked again, what a person gave stays.
    void accepted(@Observes HeldAccepted event) {
        var sitting = sittings.findById(event.sittingId());
        var paper = papers.of(assignments.get(sitting.schoolId(), sitting.assignmentId()));
        var given = answers.of(sitting.id());
        var before = marks.of(sitting.id());
        for (var question : paper.questions()) {
            var was = before.get(question.id());
            if (was == null || was.markedBy() == null) {
                var earned = question.item().mark(answers.read(given.get(question.id())));
                var mark = new SlotMark(question.id(), earned.outOf(question.points()), question.points(), null, null);
                marks.put(sitting.id(), mark, event.at());
            }
        }
    }
}
