package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.Release.Shows;
import vn.lopmo.assessment.marking.ResultReleased.ItemResult;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.event.Outbox;

/// Shows marks to learners: all sittings of an assignment that are fully marked. Runs in the caller's transaction.
@ApplicationScoped
class Releasing {
    private final Sittings sittings;
    private final PaperContents papers;
    private final SlotMarks marks;
    private final Releases releases;
    private final Outbox outbox;

    Releasing(Sittings sittings, PaperContents papers, SlotMarks marks, Releases releases, Outbox outbox) {
        this.sittings = sittings;
        this.papers = papers;
        this.marks = marks;
        this.releases = releases;
        this.outbox = outbox;
    }

    /// A learner whose marks he has seen already is told nothing anew.
    ///
    /// @return how many learners can see their result now
    int release(Assignment assignment, Shows shows, Instant now) {
        var all = sittings.ofAssignment(assignment.id());
        var ids = all.stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var before = releases.ofAll(ids);
        int visible = 0;
        for (var sitting : all) {
            var own = List.copyOf(marked.getOrDefault(sitting.id(), Map.of()).values());
            if (Totals.of(own) != null) {
                visible++;
                release(assignment, sitting, own, shows, before.get(sitting.id()), now);
            }
        }
        assignment.released(now);
        return visible;
    }

    private void release(
            Assignment assignment,
            Sitting sitting,
            List<SlotMark> own,
            Shows shows,
            @Nullable Release before,
            Instant now) {
        if (before != null && before.hasSameMarks(own)) {
            releases.put(before.with(shows));
        } else {
            show(assignment, sitting, papers.of(assignment), Release.of(sitting.id(), own, shows, now));
        }
    }

    /// Shows some changed marks of a sitting that was released before, and says so once. Nothing happens if the
    /// learner would see no difference.
    ///
    /// @param paper with the keys as they are now
    void renew(
            Assignment assignment,
            Sitting sitting,
            PaperContent paper,
            Release before,
            List<SlotMark> changed,
            Instant now) {
        var after = before.with(changed, now);
        if (!before.hasSameMarks(after.marks())) {
            show(assignment, sitting, paper, after);
        }
    }

    private void show(Assignment assignment, Sitting sitting, PaperContent paper, Release release) {
        releases.put(release);
        outbox.publish(event(assignment, sitting, paper, release));
    }

    private static ResultReleased event(
            Assignment assignment, Sitting sitting, PaperContent paper, Release release) {
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
                release.releasedAt(),
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
