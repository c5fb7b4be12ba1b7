package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// One sitting after it was handed in: the teacher's review with keys, and the learner's own result.
@Path("/sittings")
class ReviewResource {
    private final Sittings sittings;
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final Marking marking;
    private final SlotMarks marks;
    private final Releases releases;
    private final RecordReads reads;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewResource(
            Sittings sittings,
            Assignments assignments,
            AssignmentPolicy policy,
            PaperContents papers,
            SavedAnswers answers,
            Marking marking,
            SlotMarks marks,
            Releases releases,
            RecordReads reads,
            CurrentCaller caller,
            Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.policy = policy;
        this.papers = papers;
        this.answers = answers;
        this.marking = marking;
        this.marks = marks;
        this.releases = releases;
        this.reads = reads;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param late work that came after time was over; it counts only if the teacher marks it so
    record Review(
            UUID learnerId,
            UUID assignmentId,
            String title,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable Instant handedInAt,
            List<ItemLine> items,
            List<SavedAnswers.Late> late) {}

    record ItemLine(
            UUID slot,
            int number,
            Draft content,
            @Nullable JsonNode answer,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable String comment) {
        static ItemLine of(Question question, @Nullable JsonNode answer, @Nullable SlotMark mark) {
            return new ItemLine(
                    question.id(),
                    question.number(),
                    Draft.of(question.item()),
                    answer,
                    mark == null ? null : mark.mark(),
                    question.points(),
                    mark == null ? null : mark.comment());
        }
    }

    record Given(
            @NotNull @DecimalMin("0") @Digits(integer = 4, fraction = 2)
            BigDecimal mark,

            @Nullable @Size(max = 2_000) String comment) {
        @Nullable
        String tidyComment() {
            var tidy = comment == null ? "" : VietnameseText.tidy(comment);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    @GET
    @Path("/{id}/review")
    @Transactional
    public Review review(UUID id) {
        var led = led(id);
        reads.add(caller.get(), led.sitting, clock.instant());
        return review(led.sitting, led.assignment);
    }

    @PUT
    @Path("/{id}/marks/{slot}")
    @Transactional
    public Review mark(UUID id, UUID slot, @NotNull @Valid Given given) {
        var led = led(id);
        marking.mark(led.sitting, slot, given.mark, given.tidyComment(), caller.get(), clock.instant());
        return review(led.sitting, led.assignment);
    }

    /// @throws Refusal.NotFound for anybody but the learner, and before it was released
    @GET
    @Path("/{id}/result")
    @Transactional
    public LearnerResult result(UUID id) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var release = releases.of(id).orElseThrow(() -> new Refusal.NotFound("result-not-released"));
        var assignment = assignments.get(asking.schoolId(), sitting.assignmentId());
        return LearnerResult.of(sitting, assignment, papers.of(assignment), release, answers.of(id));
    }

    private record Led(Sitting sitting, Assignment assignment) {}

    private Led led(UUID id) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var sitting = sittings.get(asking.schoolId(), id);
        var assignment = assignments.get(asking.schoolId(), sitting.assignmentId());
        policy.checkLead(asking, assignment);
        return new Led(sitting, assignment);
    }

    private Review review(Sitting sitting, Assignment assignment) {
        var paper = papers.of(assignment);
        var given = answers.of(sitting.id());
        Map<UUID, SlotMark> marked = marks.of(sitting.id());
        var items = paper.questions().stream()
                .map(question -> ItemLine.of(question, given.get(question.id()), marked.get(question.id())))
                .toList();
        return new Review(
                sitting.learnerId(),
                assignment.id(),
                assignment.title(),
                Totals.of(marked.values()),
                paper.points(),
                sitting.handedInAt(),
                items,
                answers.late(sitting.id()));
    }
}
