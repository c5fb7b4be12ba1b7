package vn.lopmo.assessment.bank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the answers of learners have shown of one version of an item. The scale of a, b and c is logistic without the
/// constant 1.7, ability from N(0, 1).
///
/// @param facility mean share of the marks, 0 to 1
/// @param a slope; null with b, c and intercept if only the facility is known
/// @param b difficulty, in standard deviations of ability
/// @param c lower asymptote
/// @param seA standard error
public record ItemCalibration(
        @JsonIgnore UUID itemId,
        int version,
        @JsonIgnore UUID calibrationId,
        String model,
        int learners,
        double facility,
        @Nullable Double a,
        @Nullable Double b,
        @Nullable Double c,
        @Nullable Double intercept,
        @Nullable Double seA,
        @Nullable Double seB,
        @Nullable Fit fit,
        Instant at) {

    /// Whether the answers look like the curve: a p under 0.01 says that they do not.
    public record Fit(double chi2, int df, double p) {}
}
