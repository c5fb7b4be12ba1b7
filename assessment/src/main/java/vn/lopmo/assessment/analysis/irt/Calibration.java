package vn.lopmo.assessment.analysis.irt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of estimating the parameters of some items.
///
/// @param logLikelihood marginal, of all answers
/// @param iterations EM steps
/// @param converged whether a further step would have moved no parameter by more than [Estimation#STILL]
public record Calibration(
        Model model, int learners, double logLikelihood, int iterations, boolean converged, List<Item> items) {

    /// @param a slope; negative if better learners do worse
    /// @param d intercept
    /// @param b difficulty -d/a, in standard deviations of ability; null if the slope is all but 0
    /// @param c lower asymptote, from 0 to 1
    /// @param seA standard errors, from the observed information; null where it gives none
    /// @param ranAway whether a parameter ran against its bound: the answers do not hold it
    public record Item(
            double a,
            double d,
            @Nullable Double b,
            double c,
            @Nullable Double seA,
            @Nullable Double seD,
            @Nullable Double seB,
            boolean ranAway,
            int given,
            double facility,
            @Nullable Fit fit) {}

    /// Whether the answers look like the curve (S-X², Orlando & Thissen 2000): p under 0.01 says no.
    public record Fit(double chi2, int df, double p) {}
}
