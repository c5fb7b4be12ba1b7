package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Authoring;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.marking.SlotMarks.Put;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.KeyChange;
import vn.lopmo.assessment.paper.KeyChange.Kind;
import vn.lopmo.assessment.paper.KeyChanges;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A wrong key that was found after the paper was given: who would change, and changing them. Papers, items and
/// answers stay as they were; what is corrected stands beside them. Runs in the caller's transaction.
@ApplicationScoped
class KeyCorrection {
    private final PaperContents papers;
    private final KeyChanges changes;
    private final Sittings sittings;
    private final Authoring authoring;
    private final Remarking remarking;
    private final SlotMarks marks;
    private final Releasing releasing;

    KeyCorrection(
            PaperContents papers,
            KeyChanges changes,
            Sittings sittings,
            Authoring authoring,
            Remarking remarking,
            SlotMarks marks,
            Releasing releasing) {
        this.papers = papers;
        this.changes = changes;
        this.sittings = sittings;
        this.authoring = authoring;
        this.remarking = remarking;
        this.marks = marks;
        this.releasing = releasing;
    }

    /// What somebody wants to do to a question.
    record Wanted(UUID slot, Kind kind, @Nullable Correction content) {
        /// @throws Refusal.Invalid if nothing is said of the right key
        private Correction correction() {
            if (content == null) {
                throw new Refusal.Invalid("key-change-unfit");
            }
            return content;
        }
    }

    PaperContent paper(Assignment assignment) {
        return papers.of(assignment);
    }

    /// What it does, or would do. Nothing is written.
    Outcome dryRun(Assignment assignment, Wanted wanted) {
        var paper = papers.ofAssignment(assignment.id());
        var question = paper.question(wanted.slot);
        var corrected = question.with(item(question, wanted), wanted.kind.standing());
        return remarking.outcome(assignment, paper, paper.with(corrected), wanted.slot);
    }

    /// @return what it did
    /// @throws Refusal.Invalid if the correction does not fit the question
    Applied apply(Assignment assignment, Wanted wanted, String reason, Caller by, Instant now) {
        int version = changes.lock(assignment.id()) + 1;
        sittings.lock(assignment.id());
        var before = papers.ofAssignment(assignment.id());
        var fixed = fixed(before.question(wanted.slot), wanted, by, now);
        var changed = fixed.question;
        var after = before.with(changed);
        var outcome = remarking.outcome(assignment, before, after, wanted.slot);
        var change = new KeyChange(
                Ids.next(now),
                assignment.id(),
                version,
                wanted.slot,
                wanted.kind,
                changed.slot().itemId(),
                wanted.kind == Kind.CORRECT ? changed.slot().itemVersion() : null,
                reason,
                by.id(),
                now,
                outcome.effect());
        changes.add(change);
        write(assignment, after, outcome, new Why(Cause.KEY_CHANGE, by.id(), reason), now);
        return new Applied(change, outcome, fixed.bankLeft);
    }

    /// @param bankLeft whether the bank's newest version has a key of its own and was left as it is
    record Applied(KeyChange change, Outcome outcome, boolean bankLeft) {}

    private record Fixed(Question question, boolean bankLeft) {}

    private void write(Assignment assignment, PaperContent after, Outcome outcome, Why why, Instant now) {
        var puts = outcome.changed().stream()
                .map(one -> new Put(one.sitting().id(), one.after()))
                .toList();
        marks.change(puts, why, now);
        for (var one : outcome.changed()) {
            var release = one.release();
            if (release != null && !one.after().isPending()) {
                releasing.renew(release, List.of(one.after()), now);
            }
        }
        releasing.tell(assignment, after, now);
    }

    private Fixed fixed(Question question, Wanted wanted, Caller by, Instant now) {
        if (wanted.kind != Kind.CORRECT) {
            return new Fixed(question.with(question.item(), wanted.kind.standing()), false);
        }
        var slot = question.slot();
        var done = authoring.correct(by, slot.itemId(), slot.itemVersion(), wanted.correction()::applyTo, now);
        return new Fixed(question.corrected(done.version()), done.latestLeft());
    }

    private static Item item(Question question, Wanted wanted) {
        return wanted.kind == Kind.CORRECT ? wanted.correction().applyTo(question.item()) : question.item();
    }
}
