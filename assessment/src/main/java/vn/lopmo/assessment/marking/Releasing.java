package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    /// the one that counts, and of no practice.
    ///
    /// @return how many learners can see their result now
    int release(Assignment assignment, boolean answers, Instant now) {
        var all = sittings.ofAssignment(assignment.id());
        var ids = all.stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var before = releases.ofAll(ids);
        var counting = sittings.counting(assignment).stream().map(Sitting::id).collect(Collectors.toSet());
        int visible = 0;
        for (var sitting : all) {
            var own = List.copyOf(marked.getOrDefault(sitting.id(), Map.of()).values());
            var total = Totals.of(own);
            if (total != null) {
                visible += counting.contains(sitting.id()) ? 1 : 0;
                boolean told = counting.contains(sitting.id())
                        && !assignment.conditions().isPractice();
                release(assignment, sitting, own, total, answers, before.get(sitting.id()), told, now);
            }
        }
        assignment.released(now);
        return visible;
    }

    private void release(
            Assignment assignment,
            Sitting sitting,
            List<SlotMark> own,
            BigDecimal total,
            boolean answers,
            @Nullable Release before,
            boolean told,
            Instant now) {
        var paper = papers.of(assignment);
        if (before != null && before.hasSameMarks(own)) {
            releases.put(before.with(answers));
            return;
        }
        releases.put(new Release(sitting.id(), total, paper.points(), own, answers, now));
        if (told) {
            outbox.publish(event(assignment, sitting, paper, own, total, now));
        }
    }

    private static ResultReleased event(
            Assignment assignment,
            Sitting sitting,
            PaperContent paper,
            List<SlotMark> own,
            BigDecimal total,
            Instant now) {
        var items = new ArrayList<ItemResult>();
        for (var mark : own) {
            items.add(item(paper.question(mark.slot()), mark));
        }
        return new ResultReleased(
                assignment.schoolId(),
                sitting.learnerId(),
                assignment.id(),
                sitting.id(),
                assignment.title(),
                paper.headings().subject(),
                total,
                paper.points(),
                now,
                items);
    }

    private static ItemResult item(PaperContent.Question question, SlotMark mark) {
        var slot = question.slot();
        return new ItemResult(
                slot.itemId(),
                slot.itemVersion(),
                Objects.requireNonNull(mark.mark()),
                question.points(),
                question.meta().indicators());
    }
}
