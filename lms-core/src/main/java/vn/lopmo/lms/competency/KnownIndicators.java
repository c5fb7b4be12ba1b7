package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.IndicatorList;

/// Tells the slices to the left which indicators there are.
@ApplicationScoped
class KnownIndicators implements IndicatorList {
    private final Set<String> codes;

    KnownIndicators(Framework framework) {
        this.codes = framework.indicators().map(Framework.Indicator::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean has(String code) {
        return codes.contains(code);
    }
}
