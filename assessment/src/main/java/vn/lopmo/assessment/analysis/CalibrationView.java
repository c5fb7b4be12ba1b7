package vn.lopmo.assessment.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A calibration as it is shown: while it runs only its state, then the numbers with advice in words.
record CalibrationView(
        UUID id,
        CalibrationJob.State state,
        String model,
        List<UUID> assignmentIds,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Problem problem,
        @Nullable Integer learners,
        @Nullable Double logLik,
        @Nullable Integer iterations,
        @Nullable Boolean converged,
        List<Item> items,
        List<LeftOut> leftOut,
        List<Advice> advice) {
    private static final double MISFIT = 0.01;

    record Line(UUID id, CalibrationJob.State state, String model, List<UUID> assignmentIds, Instant askedAt) {
        static Line of(CalibrationJob job) {
            return new Line(job.id(), job.state(), job.model().label(), job.assignmentIds(), job.askedAt());
        }
    }

    record Problem(String slug, String title) {}

    record Advice(String code, String text) {}

    record Item(@JsonUnwrapped CalibrationResult.Item found, List<Advice> advice) {
        static Item of(CalibrationResult.Item one, Words words) {
            return new Item(one, adviceOn(one, words));
        }
    }

    record LeftOut(UUID itemId, int version, String text, int learners, double facility, Advice reason) {
        static LeftOut of(CalibrationResult.LeftOut one, Words words) {
            var reason = new Advice(one.reason().name(), words.of("left." + one.reason()));
            return new LeftOut(one.itemId(), one.version(), one.text(), one.learners(), one.facility(), reason);
        }
    }

    static CalibrationView of(CalibrationJob job, Words words) {
        var result = job.result();
        var problem = job.problem();
        return new CalibrationView(
                job.id(),
                job.state(),
                job.model().label(),
                job.assignmentIds(),
                job.askedAt(),
                job.endedAt(),
                problem == null ? null : new Problem(problem, words.ofRefusal(problem)),
                result == null ? null : Integer.valueOf(result.learners()),
                result == null ? null : Double.valueOf(result.logLik()),
                result == null ? null : Integer.valueOf(result.iterations()),
                result == null ? null : Boolean.valueOf(result.converged()),
                result == null
                        ? List.of()
                        : result.items().stream()
                                .map(one -> Item.of(one, words))
                                .toList(),
                result == null
                        ? List.of()
                        : result.leftOut().stream()
                                .map(one -> LeftOut.of(one, words))
                                .toList(),
                result == null ? List.of() : advice(job, result, words));
    }

    private static List<Advice> advice(CalibrationJob job, CalibrationResult result, Words words) {
        var advice = new ArrayList<Advice>();
        var model = job.model();
        if (result.learners() < model.enough()) {
            advice.add(new Advice("FEW", words.of("advice.FEW", result.learners(), model.label(), model.enough())));
        }
        if (!result.converged()) {
            advice.add(new Advice("NOT_CONVERGED", words.of("advice.NOT_CONVERGED", result.iterations())));
        }
        return advice;
    }

    private static List<Advice> adviceOn(CalibrationResult.Item one, Words words) {
        var advice = new ArrayList<Advice>();
        if (one.ranAway()) {
            advice.add(new Advice("RAN_AWAY", words.of("advice.RAN_AWAY")));
        }
        if (one.a() < 0) {
            advice.add(new Advice("NEGATIVE_SLOPE", words.of("advice.NEGATIVE_SLOPE")));
        }
        var fit = one.fit();
        if (fit != null && fit.p() < MISFIT) {
            advice.add(new Advice("MISFIT", words.of("advice.MISFIT")));
        }
        return advice;
    }
}
