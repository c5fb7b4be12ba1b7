package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /// A learner whose marks he has seen already is told nothing anew. He sees each of his attempts; others are told of
    /// the one that counts.
    ///
    /// @return how many learners can see their result now
    int release(Assignment assignment, Shows shows, Instant now) {
        var all = sittings.ofAssignment(assignment.id());
        var ids = all.stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var before = releases.ofAll(ids);
        var visible = new HashSet<UUID>();
        for (var sitting : all) {
            var own = List.copyOf(marked.getOrDefault(sitting.id(), Map.of()).values());
            if (Totals.of(own) != null) {
                visible.add(sitting.learnerId());
                release(sitting, own, shows, before.get(sitting.id()), now);
            }
        }
        assignment.released(now);
        announce(assignment, papers.of(assignment), now);
        return visible.size();
    }

    private void release(
            Sitting sitting, List<SlotMark> own, Shows shows, @Nullable Release before, Instant now) {
        releases.put(
                before != null && before.hasSameMarks(own)
                        ? before.with(shows)
                        : Release.of(sitting.id(), own, shows, now));
    }

    /// Shows some changed marks of a sitting that was released before. Nothing happens if the learner would see no
    /// difference. Others hear of it by [#announce].
    void renew(Release before, List<SlotMark> changed, Instant now) {
        var after = before.with(changed, now);
        if (!before.hasSameMarks(after.marks())) {
            releases.put(after);
        }
    }

    /// Tells others of each released result that counts and that they have not heard of: it is new, its marks have
    /// changed, or another attempt counts now. A practice is nobody's business.
    ///
    /// @param paper with the keys as they are now
    void announce(Assignment assignment, PaperContent paper, Instant now) {
        if (assignment.conditions().isPractice()) {
            return;
        }
        var counting =
                sittings.counting(assignment).stream().collect(Collectors.toMap(Sitting::id, Function.identity()));
        var untold = releases.untold(counting.keySet());
        for (var release : untold) {
            var sitting = Objects.requireNonNull(counting.get(release.sittingId()));
            outbox.publish(event(assignment, sitting, paper, release, now));
        }
        releases.told(assignment.id(), untold);
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
