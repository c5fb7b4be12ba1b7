package vn.lopmo.assessment.paper;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.text.VietnameseText;

/// Giving papers to classes.
@Path("/assignments")
class AssignmentResource {
    private final Assignments assignments;
    private final PaperAssembly papers;
    private final AssignmentPolicy policy;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Clock clock;

    AssignmentResource(
            Assignments assignments,
            PaperAssembly papers,
            AssignmentPolicy policy,
            Outbox outbox,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.papers = papers;
        this.policy = policy;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    record Giving(
            @NotNull UUID paperId,
            @Nullable @Size(max = 200) String title,
            @NotEmpty @Size(max = 60) List<@NotNull UUID> classIds,
            @NotNull Instant opensAt,
            @NotNull Instant closesAt,
            @Min(1) @Max(300) int minutes,
            @Nullable Shuffle shuffle) {
        Assignment.Window window() {
            return new Assignment.Window(opensAt, closesAt, minutes);
        }

        Assignment.Shuffling shuffling() {
            return shuffle == null
                    ? new Assignment.Shuffling(false, false)
                    : new Assignment.Shuffling(shuffle.items, shuffle.options);
        }

        String titleOr(String paperTitle) {
            var own = title == null ? "" : VietnameseText.tidy(title);
            return own.isEmpty() ? paperTitle : own;
        }
    }

    record Shuffle(boolean items, boolean options) {}

    record Given(UUID id) {}

    @POST
    @Transactional
    @ResponseStatus(201)
    public Given give(@NotNull @Valid Giving giving) {
        var asking = caller.get();
        policy.checkAssign(asking, giving.classIds);
        var now = clock.instant();
        var paper = papers.publish(asking, giving.paperId, now);
        var assignment = Assignment.of(
                paper,
                giving.titleOr(paper.headings().title()),
                Set.copyOf(giving.classIds),
                giving.window(),
                giving.shuffling(),
                asking.id(),
                now);
        assignments.persist(assignment);
        outbox.publish(PaperAssigned.of(assignment, paper));
        return new Given(assignment.id());
    }
}
