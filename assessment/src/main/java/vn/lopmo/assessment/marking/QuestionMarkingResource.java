package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.MarkingPolicy.Turn;
import vn.lopmo.assessment.sitting.RecordReads;

/// Marking question by question, by one person or by two.
@Path("/assignments")
class QuestionMarkingResource {
    private final MarkingDesk desk;
    private final QuestionAnswers answers;
    private final HandMarking marking;
    private final MarkingSettings settings;
    private final AgreementReport agreement;
    private final ReviewBoard reviews;
    private final RecordReads reads;
    private final Clock clock;

    QuestionMarkingResource(
            MarkingDesk desk,
            QuestionAnswers answers,
            HandMarking marking,
            MarkingSettings settings,
            AgreementReport agreement,
            ReviewBoard reviews,
            RecordReads reads,
            Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.marking = marking;
        this.settings = settings;
        this.agreement = agreement;
        this.reviews = reviews;
        this.reads = reads;
        this.clock = clock;
    }

    record Settings(
            @NotNull @DecimalMin("0") @Digits(integer = 2, fraction = 2)
            BigDecimal tolerance,

            @NotNull @Size(max = 20) List<@NotNull UUID> secondMarkers,
            @Min(0) @Max(60) int reviewDays) {
        static Settings of(MarkingSetting setting) {
            return new Settings(
                    setting.tolerance(),
                    setting.secondMarkers().stream().sorted().toList(),
                    setting.reviewDays());
        }
    }

    @GET
    @Path("/{id}/marking")
    @Transactional
    public Settings settings(UUID id) {
        return Settings.of(desk.task(id, null).setting());
    }

    @PUT
    @Path("/{id}/marking")
    @Transactional
    public Settings change(UUID id, @NotNull @Valid Settings wanted) {
        var assignment = desk.assignment(id);
        marking.agree(
                assignment.id(),
                new MarkingSetting(wanted.tolerance, Set.copyOf(wanted.secondMarkers), wanted.reviewDays));
        return Settings.of(settings.of(assignment.id()));
    }

    @GET
    @Path("/{id}/questions/{slot}/answers")
    @Transactional
    public QuestionAnswers.View answers(
            UUID id, UUID slot, @RestQuery @DefaultValue("false") boolean names, @RestQuery("as") @Nullable Turn turn) {
        var found = answers.of(desk.task(id, turn), slot, names);
        reads.add(desk.caller(), found.read(), clock.instant());
        return found.view();
    }

    @GET
    @Path("/{id}/agreement")
    @Transactional
    public AgreementReport.View agreement(UUID id) {
        return agreement.of(desk.assignment(id), settings.of(id));
    }

    @GET
    @Path("/{id}/review-requests")
    @Transactional
    public List<ReviewBoard.Line> reviewRequests(UUID id) {
        return reviews.lines(List.of(desk.assignment(id)), null);
    }
}
