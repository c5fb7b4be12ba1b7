package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.Agreement.Pair;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// What two markers of an assignment agree on, and what is to be settled.
@ApplicationScoped
class AgreementReport {
    private final PaperContents papers;
    private final Sittings sittings;
    private final SlotMarks marks;
    private final SecondMarks seconds;

    AgreementReport(PaperContents papers, Sittings sittings, SlotMarks marks, SecondMarks seconds) {
        this.papers = papers;
        this.sittings = sittings;
        this.marks = marks;
        this.seconds = seconds;
    }

    record View(
            int pairs,
            int exact,
            int within,
            BigDecimal tolerance,
            @Nullable BigDecimal meanDifference,
            @Nullable BigDecimal kappa,
            List<Unsettled> unsettled) {}

    record Unsettled(
            UUID sittingId,
            UUID learnerId,
            String alias,
            UUID slot,
            int number,
            @Nullable BigDecimal first,
            @Nullable BigDecimal second,
            BigDecimal maxMark) {}

    View of(Assignment assignment, MarkingSetting setting) {
        var all = sittings.ofAssignment(assignment.id());
        var aliases = Aliases.of(assignment.id(), all);
        var paper = papers.of(assignment);
        var ids = all.stream().map(Sitting::id).toList();
        var second = seconds.ofAll(ids);
        var first = marks.ofAll(second.keySet());
        var pairs = new ArrayList<Pair>();
        var unsettled = new ArrayList<Unsettled>();
        for (var sitting : all) {
            var own = first.getOrDefault(sitting.id(), Map.of());
            for (var mark : second.getOrDefault(sitting.id(), Map.of()).values()) {
                var beside = own.get(mark.slot());
                if (beside == null) {
                    continue;
                }
                pair(mark, beside).ifPresent(pairs::add);
                if (beside.unsettled()) {
                    unsettled.add(new Unsettled(
                            sitting.id(),
                            sitting.learnerId(),
                            aliases.getOrDefault(sitting.id(), ""),
                            mark.slot(),
                            paper.question(mark.slot()).number(),
                            beside.mark(),
                            mark.mark(),
                            beside.maxMark()));
                }
            }
        }
        var agreement = Agreement.of(pairs, setting.tolerance());
        return new View(
                agreement.pairs(),
                agreement.exact(),
                agreement.within(),
                setting.tolerance(),
                agreement.meanDifference(),
                agreement.kappa(),
                unsettled);
    }

    private static Optional<Pair> pair(SecondMark second, SlotMark now) {
        var first = second.firstOf(now);
        var other = second.mark();
        return first == null || other == null || now.maxMark().signum() == 0
                ? Optional.empty()
                : Optional.of(new Pair(first, other, now.maxMark()));
    }
}
