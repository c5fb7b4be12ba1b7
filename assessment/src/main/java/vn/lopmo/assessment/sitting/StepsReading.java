package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Steps as they come from a learner's device, checked by hand: the validator would cost more than the saving.
///
/// @param device its name for itself: needed where a sitting is tied to one device
/// @param steps in ascending order of their numbers
record StepsReading(@Nullable String device, @Nullable List<Given> steps) implements Saving.Reading {
    static final int LAST_SEQ = 100_000;
    private static final int MOST = 500;
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// One step.
    ///
    /// @param typedAt by the device's clock, which may be wrong
    record Given(
            int seq,
            @Nullable UUID slot,
            @Nullable JsonNode answer,
            @Nullable Instant typedAt) {}

    /// @throws Refusal.Invalid if they are no steps of this sitting
    @Override
    public List<AnswerStep> read(OpenSitting sitting, Instant now) {
        var read = new ArrayList<AnswerStep>();
        int before = 0;
        for (var step : checked()) {
            if (step.seq <= before || step.seq > LAST_SEQ) {
                throw new Refusal.Invalid("answer-number");
            }
            before = step.seq;
            read.add(read(step, sitting, now));
        }
        return read;
    }

    int last() {
        return checked().getLast().seq;
    }

    private List<Given> checked() {
        if (steps == null || steps.isEmpty() || steps.size() > MOST) {
            throw new Refusal.Invalid("answer-number");
        }
        return steps;
    }

    private static AnswerStep read(Given step, OpenSitting sitting, Instant now) {
        if (step.slot == null || !sitting.paper().has(step.slot)) {
            throw new Refusal.Invalid("answer-slot");
        }
        var answer = step.answer;
        if (answer != null) {
            AnswerShape.check(sitting.paper().question(step.slot).item().form(), answer);
        }
        var text = answer == null || answer.isNull() ? null : answer.toString();
        return new AnswerStep(sitting.id(), step.seq, step.slot, text, typedAt(step, now), now);
    }

    private static Instant typedAt(Given step, Instant now) {
        var typed = step.typedAt;
        return typed == null || typed.isBefore(EARLIEST) || typed.isAfter(LATEST) ? now : typed;
    }
}
