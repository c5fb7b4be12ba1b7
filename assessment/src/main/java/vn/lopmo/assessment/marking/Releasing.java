package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.Release.Shows;
import vn.lopmo.assessment.marking.ResultReleased.ItemResult;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.KeyChanges;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.event.Outbox;

/// Shows marks to learners: each sees all of his attempts. Others are told of the one that counts, once for each
/// change, and of no practice. Runs in the caller's transaction.
@ApplicationScoped
class Releasing {
    private final Sittings sittings;
    private final PaperContents papers;
    private final SlotMarks marks;
    private final Releases releases;
    private final KeyChanges changes;
    private final Outbox outbox;

    Releasing(
            Sittings sittings,
            PaperContents papers,
            SlotMarks marks,
            Releases releases,
            KeyChanges changes,
            Outbox outbox) {
        this.sittings = sittings;
        this.changes = changes;
        this.papers = papers;
        this.marks = marks;
        this.releases = releases;
        this.outbox = outbox;
    }

    /// Makes whoever opens, reopens, corrects or releases the same assignment wait for the end of this transaction. To
    /// be called before anything of it is read that the release depends on.
    void hold(UUID assignmentId) {
        changes.lock(assignmentId);
        sittings.lock(assignmentId);
    }

    /// Of all sittings that are marked to the end, once the assignment is [#hold]. A learner whose marks he has
    /// seen already is told nothing anew.
    ///
    /// @return how many learners can see their result now
    int release(Assignment assignment, Shows shows, Instant now) {
        var all = sittings.ofAssignment(assignment.id());
        var ids = all.stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var before = releases.ofAll(ids);
        var visible = all.stream()
                .filter(one -> show(
                        one,
                        List.copyOf(marked.getOrDefault(one.id(), Map.of()).values()),
                        shows,
                        before.get(one.id()),
                        now))
                .map(Sitting::learnerId)
                .collect(Collectors.toSet());
        assignment.released(now);
        tell(assignment, papers.ofAssignment(assignment.id()), now);
        return visible.size();
    }

    /// @return whether the learner sees it now
    private boolean show(Sitting sitting, List<SlotMark> own, Shows shows, @Nullable Release before, Instant now) {
        if (sitting.handedInAt() == null || Totals.of(own) == null) {
            return before != null;
        }
        releases.put(
                before != null && before.hasSameMarks(own)
                        ? before.with(shows)
                        : Release.of(sitting.id(), own, shows, now));
        return true;
    }

    /// Shows some changed marks of a sitting that was released before; [#tell] has to follow. Nothing happens if the
    /// learner would see no difference.
    void renew(Release before, List<SlotMark> changed, Instant now) {
        var after = before.with(changed, now);
        if (!before.hasSameMarks(after.marks())) {
            releases.put(after);
        }
    }

    /// Tells of every result that counts and that was not told of as it is now.
    ///
    /// @param paper with the keys as they are now
    void tell(Assignment assignment, PaperContent paper, Instant now) {
        if (assignment.conditions().isPractice()) {
            return;
        }
        var all = sittings.ofAssignment(assignment.id());
        var released = releases.ofAll(all.stream().map(Sitting::id).toList());
        var counting = sittings.counting(assignment).stream().map(Sitting::id).collect(Collectors.toSet());
        for (var sitting : all) {
            var release = released.get(sitting.id());
            boolean counts = counting.contains(sitting.id());
            if (release != null && release.told() != counts) {
                releases.told(sitting.id(), counts);
                if (counts) {
                    outbox.publish(event(assignment, sitting, paper, release, now));
                }
            }
        }
    }

    private static ResultReleased event(
            Assignment assignment, Sitting sitting, PaperContent paper, Release release, Instant now) {
        var items = release.marks().stream()
                .filter(mark -> mark.maxMark().signum() > 0)
                .map(mark -> item(paper.question(mark.slot()), mark))
                .toList();
        return new ResultReleased(
                assignment.schoolId(),
                sitting.learnerId(),
                assignment.id(),
                sitting.id(),
                assignment.title(),
                paper.headings().subject(),
                release.mark(),
                release.maxMark(),
                now,
                items);
    }

    private static ItemResult item(PaperContent.Question question, SlotMark mark) {
        var slot = question.slot();
        return new ItemResult(
                slot.itemId(),
                slot.itemVersion(),
                Objects.requireNonNull(mark.mark()),
                mark.maxMark(),
                question.meta().indicators());
    }
}
