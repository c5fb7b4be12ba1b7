package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lopmo.lms.gradebook.ResultReleased;

/// A released result speaks for the indicators that its items carry, as strongly as their marks were earned.
@ApplicationScoped
class ResultEvidence {
    private final Tracking tracking;

    ResultEvidence(Tracking tracking) {
        this.tracking = tracking;
    }

    void take(@Observes ResultReleased event) {
        var source = new Evidence.Source(Evidence.Kind.RESULT, event.sittingId(), event.assignmentId(), event.title());
        tracking.replace(
                new Tracking.Learner(event.schoolId(), event.learnerId()),
                source,
                shares(event.items()),
                event.releasedAt());
    }

    /// For each indicator the marks earned over the marks to be earned, of all items that carry it.
    static Map<String, BigDecimal> shares(List<ResultReleased.ItemMark> items) {
        var sums = new HashMap<String, Sum>();
        for (var item : items) {
            for (var indicator : new HashSet<>(Objects.requireNonNullElse(item.indicators(), List.<String>of()))) {
                sums.merge(indicator, new Sum(item.mark(), item.maxMark()), Sum::plus);
            }
        }
        var shares = new HashMap<String, BigDecimal>();
        sums.forEach((indicator, sum) -> {
            if (sum.possible.signum() > 0) {
                shares.put(indicator, sum.share());
            }
        });
        return shares;
    }

    private record Sum(BigDecimal earned, BigDecimal possible) {
        Sum plus(Sum other) {
            return new Sum(earned.add(other.earned), possible.add(other.possible));
        }

        BigDecimal share() {
            return earned.divide(possible, 4, RoundingMode.DOWN)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.ONE);
        }
    }
}
