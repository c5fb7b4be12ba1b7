package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.Standing;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// Marks one slot of everybody again and compares. Reads only.
@ApplicationScoped
class Remarking {
    private final Sittings sittings;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final Releases releases;

    Remarking(Sittings sittings, SavedAnswers answers, SlotMarks marks, Releases releases) {
        this.sittings = sittings;
        this.answers = answers;
        this.marks = marks;
        this.releases = releases;
    }

    Outcome outcome(Assignment assignment, PaperContent before, PaperContent after, UUID slot) {
        var question = after.question(slot);
        var handedIn = sittings.ofAssignment(assignment.id()).stream()
                .filter(one -> one.handedInAt() != null)
                .toList();
        var ids = handedIn.stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var released = releases.ofAll(ids);
        var given = answers.ofSlot(assignment.id(), slot);
        var lines = new ArrayList<Outcome.Line>();
        for (var sitting : handedIn) {
            var own = marked.getOrDefault(sitting.id(), Map.of());
            var was = own.get(slot);
            if (was != null) {
                var is = again(question, was, given.get(sitting.id()));
                var line = new Outcome.Line(
                        sitting, was, is, Totals.of(own.values()), total(own, is), released.get(sitting.id()));
                if (line.isChanged() || is.isByHand()) {
                    lines.add(line);
                }
            }
        }
        return new Outcome(lines, marked.size(), before.points(), after.points());
    }

    /// A corrected key leaves alone what a person gave; a question that is void or dropped is so for everybody.
    private SlotMark again(Question question, SlotMark was, @Nullable JsonNode answer) {
        if (question.standing() == Standing.COUNTS && was.isByHand()) {
            return was;
        }
        return was.earning(question.earned(answers.read(answer)), question.points());
    }

    private static @Nullable BigDecimal total(Map<UUID, SlotMark> own, SlotMark changed) {
        var all = new HashMap<>(own);
        all.put(changed.slot(), changed);
        return Totals.of(all.values());
    }
}
