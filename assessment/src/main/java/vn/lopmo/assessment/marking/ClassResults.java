package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// What a class did, for its teachers: never for learners or guardians (school charter 2026, art. 22.2).
@ApplicationScoped
class ClassResults {
    private static final int SHARE_DECIMALS = 3;

    private final Sittings sittings;
    private final Takers takers;
    private final PaperContents papers;
    private final SlotMarks marks;
    private final Releases releases;
    private final AssignmentBoard board;

    ClassResults(
            Sittings sittings,
            Takers takers,
            PaperContents papers,
            SlotMarks marks,
            Releases releases,
            AssignmentBoard board) {
        this.sittings = sittings;
        this.takers = takers;
        this.papers = papers;
        this.marks = marks;
        this.releases = releases;
        this.board = board;
    }

    record View(AssignmentBoard.Line assignment, BigDecimal maxMark, List<Row> rows, List<ItemLine> items) {
        View withoutMarks() {
            return new View(
                    assignment, maxMark, rows.stream().map(Row::withoutMark).toList(), items);
        }
    }

    enum State {
        NOT_STARTED,
        TAKING,
        HANDED_IN,
        RELEASED,
        MISSED
    }

    record Row(
            UUID learnerId,
            @Nullable UUID sittingId,
            State state,
            @Nullable Instant handedInAt,
            @Nullable BigDecimal mark,
            int toMark) {
        Row withoutMark() {
            return new Row(learnerId, sittingId, state, handedInAt, null, toMark);
        }
    }

    /// @param shareRight marks earned of marks that could be, from 0 to 1, over those that are marked
    /// @param toMark answers that wait for a person
    record ItemLine(
            UUID slot,
            int number,
            String text,
            Form form,
            @Nullable BigDecimal shareRight,
            int toMark) {}

    View of(Assignment assignment, Instant now) {
        var all = sittings.counting(assignment).stream()
                .collect(Collectors.toMap(Sitting::learnerId, Function.identity()));
        var ids = all.values().stream().map(Sitting::id).toList();
        var marked = marks.ofAll(ids);
        var released = releases.ofAll(ids);
        var learners = new LinkedHashSet<>(takers.of(assignment));
        learners.addAll(all.keySet());
        var needs = takers.needs(assignment);
        var rows = learners.stream()
                .map(learner -> row(
                        learner,
                        all.get(learner),
                        marked,
                        released,
                        isMissed(assignment, needs.getOrDefault(learner, Needs.NONE), now)))
                .toList();
        var paper = papers.of(assignment);
        var items = paper.questions().stream()
                .map(question -> item(question, marked.values()))
                .toList();
        return new View(board.line(assignment), paper.points(), rows, items);
    }

    private static boolean isMissed(Assignment assignment, Needs his, Instant now) {
        return !now.isBefore(assignment.windowFor(his).closesAt());
    }

    private static Row row(
            UUID learner,
            @Nullable Sitting sitting,
            Map<UUID, Map<UUID, SlotMark>> marked,
            Map<UUID, Release> released,
            boolean missed) {
        if (sitting == null) {
            return new Row(learner, null, missed ? State.MISSED : State.NOT_STARTED, null, null, 0);
        }
        var own = marked.getOrDefault(sitting.id(), Map.of()).values();
        var state = sitting.handedInAt() == null
                ? State.TAKING
                : released.containsKey(sitting.id()) ? State.RELEASED : State.HANDED_IN;
        return new Row(learner, sitting.id(), state, sitting.handedInAt(), Totals.of(own), Totals.pending(own));
    }

    private static ItemLine item(Question question, Collection<Map<UUID, SlotMark>> marked) {
        var all = marked.stream()
                .flatMap(marks -> Optional.ofNullable(marks.get(question.id())).stream())
                .toList();
        var given = all.stream()
                .flatMap(mark -> Optional.ofNullable(mark.mark()).stream())
                .toList();
        return new ItemLine(
                question.id(),
                question.number(),
                shortened(question.text()),
                question.item().form(),
                share(given, question.points()),
                (int) all.stream().filter(SlotMark::isPending).count());
    }

    private static @Nullable BigDecimal share(List<BigDecimal> given, BigDecimal points) {
        if (given.isEmpty() || points.signum() == 0) {
            return null;
        }
        var sum = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var most = points.multiply(BigDecimal.valueOf(given.size()));
        return sum.divide(most, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
