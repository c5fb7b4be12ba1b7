package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.KeyChange;
import vn.lopmo.assessment.paper.KeyChange.Kind;
import vn.lopmo.assessment.paper.KeyChanges;
import vn.lopmo.platform.text.VietnameseText;

/// Correcting a key, or taking a question out, after the paper was given.
@Path("/assignments/{id}/key-changes")
class KeyChangeResource {
    private final MarkingDesk desk;
    private final KeyCorrection correction;
    private final KeyChanges changes;
    private final Clock clock;

    KeyChangeResource(MarkingDesk desk, KeyCorrection correction, KeyChanges changes, Clock clock) {
        this.desk = desk;
        this.correction = correction;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param content the right key, for CORRECT alone
    record Change(@NotNull Kind kind, @Nullable @Valid Correction content) {}

    record Trial(@NotNull UUID slot, @NotNull @Valid Change change) {
        KeyCorrection.Wanted wanted() {
            return new KeyCorrection.Wanted(slot, change.kind, change.content);
        }
    }

    record Order(
            @NotNull UUID slot,
            @NotNull @Valid Change change,
            @NotBlank @Size(max = 500) String reason) {
        KeyCorrection.Wanted wanted() {
            return new KeyCorrection.Wanted(slot, change.kind, change.content);
        }
    }

    /// @param bankLeft whether the bank's newest version was given a key of its own since: it was left as it is
    /// @param rows those that change, and those whose mark a person gave
    record Effect(
            @Nullable UUID id,
            int changed,
            int of,
            int up,
            int down,
            int byHand,
            BigDecimal maxMarkBefore,
            BigDecimal maxMarkAfter,
            boolean bankLeft,
            List<Row> rows) {
        static Effect of(@Nullable UUID id, Outcome outcome, boolean bankLeft) {
            var effect = outcome.effect();
            return new Effect(
                    id,
                    effect.changed(),
                    effect.of(),
                    effect.up(),
                    effect.down(),
                    outcome.byHand(),
                    outcome.maxBefore(),
                    outcome.maxAfter(),
                    bankLeft,
                    outcome.lines().stream().map(Row::of).toList());
        }
    }

    record Row(
            UUID learnerId,
            UUID sittingId,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable BigDecimal totalBefore,
            @Nullable BigDecimal totalAfter,
            boolean released,
            boolean byHand) {
        static Row of(Outcome.Line line) {
            return new Row(
                    line.sitting().learnerId(),
                    line.sitting().id(),
                    line.before().mark(),
                    line.after().mark(),
                    line.totalBefore(),
                    line.totalAfter(),
                    line.release() != null,
                    line.after().isByHand());
        }
    }

    record Line(
            UUID id,
            UUID slot,
            int number,
            Kind kind,
            Instant at,
            UUID by,
            String reason,
            @Nullable Integer itemVersion,
            int changed,
            int of,
            int up,
            int down) {
        static Line of(KeyChange change, int number) {
            var effect = change.effect();
            return new Line(
                    change.id(),
                    change.slot(),
                    number,
                    change.kind(),
                    change.at(),
                    change.by(),
                    change.reason(),
                    change.itemVersion(),
                    effect.changed(),
                    effect.of(),
                    effect.up(),
                    effect.down());
        }
    }

    @POST
    @Path("/dry-run")
    @Transactional
    public Effect dryRun(UUID id, @NotNull @Valid Trial trial) {
        return Effect.of(null, correction.dryRun(desk.assignment(id), trial.wanted()), false);
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public Effect apply(UUID id, @NotNull @Valid Order order) {
        var assignment = desk.assignment(id);
        var reason = VietnameseText.tidy(order.reason);
        var applied = correction.apply(assignment, order.wanted(), reason, desk.caller(), clock.instant());
        return Effect.of(applied.change().id(), applied.outcome(), applied.bankLeft());
    }

    /// Newest first.
    @GET
    @Transactional
    public List<Line> list(UUID id) {
        var assignment = desk.assignment(id);
        var paper = correction.paper(assignment);
        return changes.of(assignment.id()).reversed().stream()
                .map(change -> Line.of(change, paper.question(change.slot()).number()))
                .toList();
    }
}
