package vn.lopmo.assessment.paper;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.lopmo.platform.text.VietnameseText;

/// Giving papers to classes, groups and single learners.
@Path("/assignments")
class AssignmentResource {
    private final Assignments assignments;
    private final PaperAssembly papers;
    private final AssignmentPolicy policy;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Clock clock;

    AssignmentResource(
            Assignments assignments,
            PaperAssembly papers,
            AssignmentPolicy policy,
            Announcing announcing,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.papers = papers;
        this.policy = policy;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    record Giving(
            @NotNull UUID paperId,
            @Nullable @Size(max = 200) String title,
            @Nullable @Size(max = 60) List<@NotNull UUID> classIds,
            @Nullable @Size(max = 60) List<@NotNull UUID> groupIds,
            @Nullable @Size(max = 300) List<@NotNull UUID> learnerIds,
            @NotNull Instant opensAt,
            @NotNull Instant closesAt,
            @Min(1) @Max(Assignment.MOST_MINUTES) int minutes,
            @Nullable Shuffle shuffle,
            @Valid Conditions.@Nullable Wish conditions,
            @Nullable @Size(max = 2_000) String message) {
        Audience audience() {
            return new Audience(set(classIds), set(groupIds), set(learnerIds));
        }

        private static Set<UUID> set(@Nullable List<UUID> ids) {
            return ids == null ? Set.of() : Set.copyOf(ids);
        }

        Assignment.Terms terms() {
            var tidy = message == null ? "" : VietnameseText.tidy(message);
            return new Assignment.Terms(
                    window(),
                    shuffling(),
                    conditions == null ? Conditions.none() : conditions.toConditions(),
                    tidy.isEmpty() ? null : tidy);
        }

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
        var audience = giving.audience();
        policy.checkAssign(asking, audience);
        var now = clock.instant();
        var paper = papers.publish(asking, giving.paperId, now);
        var assignment = Assignment.of(
                paper, giving.titleOr(paper.headings().title()), audience, giving.terms(), asking.id(), now);
        assignments.persist(assignment);
        announcing.announce(assignment);
        return new Given(assignment.id());
    }
}
