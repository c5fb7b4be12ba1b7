package vn.lopmo.assessment.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.Bin;
import vn.lopmo.assessment.analysis.classical.ItemFigures;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.analysis.classical.Thirds;
import vn.lopmo.assessment.bank.ItemCalibration;
import vn.lopmo.assessment.bank.ItemCalibrations;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions.Mode;
import vn.lopmo.platform.text.RichText;

/// Analyses an assignment as it stands: nothing is stored, so that a corrected mark shows at once.
@ApplicationScoped
class Analysing {
    private static final int LONGEST_TEXT = 200;

    private final Gathering gathering;
    private final ItemCalibrations calibrations;

    Analysing(Gathering gathering, ItemCalibrations calibrations) {
        this.gathering = gathering;
        this.calibrations = calibrations;
    }

    /// @param others assignments of the same paper that the caller may see
    Analysis of(Assignment assignment, List<Assignment> others, Words words) {
        var taken = gathering.of(assignment);
        if (taken.isEmpty()) {
            return empty(assignment, taken);
        }
        var paper = PaperFigures.of(taken.table());
        var groups = new Groups(taken);
        return new Analysis(
                assignment.id(),
                assignment.title(),
                taken.learners().size(),
                taken.columns().size(),
                taken.table().most(),
                Analysis.Paper.of(
                        paper, Bin.of(taken.table().totals(), taken.table().most())),
                items(assignment, taken, words),
                groups.all(),
                groups.weak(),
                comparison(assignment, taken, others),
                notes(assignment, taken, paper, words));
    }

    private static List<Analysis.Note> notes(Assignment assignment, Taken taken, PaperFigures paper, Words words) {
        var flags = new ArrayList<>(Rules.ofPaper(paper, taken));
        if (assignment.conditions().mode() == Mode.PRACTICE) {
            flags.addFirst(Flag.look(Flag.Code.PRACTICE));
        }
        return flags.stream().map(flag -> Analysis.Note.of(flag, words)).toList();
    }

    private static Analysis empty(Assignment assignment, Taken taken) {
        return new Analysis(
                assignment.id(),
                assignment.title(),
                0,
                taken.columns().size(),
                taken.columns().isEmpty() ? 0 : taken.table().most(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private List<Analysis.Item> items(Assignment assignment, Taken taken, Words words) {
        var ids = taken.columns().stream()
                .map(column -> column.question().slot().itemId())
                .toList();
        var known = calibrations.of(assignment.schoolId(), ids);
        var figures = ItemFigures.of(taken.table());
        var thirds = Thirds.of(taken.table().totals());
        return IntStream.range(0, figures.size())
                .mapToObj(column -> item(taken, column, figures.get(column), thirds, known, words))
                .toList();
    }

    private static Analysis.Item item(
            Taken taken,
            int at,
            ItemFigures figures,
            Thirds thirds,
            Map<ItemCalibrations.Of, ItemCalibration> known,
            Words words) {
        var column = taken.columns().get(at);
        var question = column.question();
        var choices = Choices.of(taken, thirds, at);
        var flags = Rules.of(new Rules.Question(
                question.item(), figures, choices, taken.learners().size(), thirds.size(Thirds.Third.TOP)));
        var slot = question.slot();
        return new Analysis.Item(
                question.id(),
                question.number(),
                slot.itemId(),
                slot.itemVersion(),
                shortened(RichText.readable(question.item().prompt())),
                question.item().form(),
                taken.learners().size(),
                taken.table().most(at),
                figures.facility(),
                figures.sd(),
                Chance.of(question.item()),
                figures.intendedWeight(),
                figures.effectiveWeight(),
                figures.discriminationIndex(),
                figures.itemRest(),
                figures.discriminativeEfficiency(),
                median(column.seconds()),
                choices.isEmpty()
                        ? null
                        : choices.stream().map(Analysis.Option::of).toList(),
                flags.stream().map(flag -> Analysis.Note.of(flag, words)).toList(),
                known.get(new ItemCalibrations.Of(slot.itemId(), slot.itemVersion())));
    }

    private static @Nullable Double median(List<@Nullable Double> seconds) {
        var known = seconds.stream()
                .filter(Objects::nonNull)
                .mapToDouble(one -> Objects.requireNonNull(one))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return null;
        }
        int middle = known.length / 2;
        return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }

    /// The assignment itself first; nothing if there are no others to compare it with.
    private List<Analysis.Edition> comparison(Assignment assignment, Taken here, List<Assignment> others) {
        var editions = new ArrayList<Analysis.Edition>();
        var own = new Editions(here);
        for (var other : others) {
            var there = gathering.of(other);
            if (!there.isEmpty()) {
                editions.add(own.compare(other, there));
            }
        }
        if (!editions.isEmpty()) {
            editions.addFirst(own.compare(assignment, here));
        }
        return editions;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
