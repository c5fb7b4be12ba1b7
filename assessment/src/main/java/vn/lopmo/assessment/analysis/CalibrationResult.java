package vn.lopmo.assessment.analysis;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemCalibration.Fit;

/// What came of a calibration, as it is kept.
record CalibrationResult(
        int learners, double logLik, int iterations, boolean converged, List<Item> items, List<LeftOut> leftOut) {

    /// @param seIntercept standard error
    /// @param ranAway whether the answers do not determine its parameters
    record Item(
            UUID itemId,
            int version,
            String text,
            int learners,
            double facility,
            double a,
            @Nullable Double b,
            double c,
            double intercept,
            @Nullable Double seA,
            @Nullable Double seB,
            @Nullable Double seIntercept,
            boolean ranAway,
            @Nullable Fit fit) {}

    enum Reason {
        PART_MARKS,
        CONSTANT,
        FEW
    }

    /// An item that the model cannot take.
    record LeftOut(UUID itemId, int version, String text, int learners, double facility, Reason reason) {}
}
