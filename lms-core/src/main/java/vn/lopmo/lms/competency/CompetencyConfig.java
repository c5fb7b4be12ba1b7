package vn.lopmo.lms.competency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/// When evidence is enough. Neither the circular nor the letter sets a pass rule: the school does
/// (docs/adr/0006-attainment.md).
@ConfigMapping(prefix = "lopmo.competency")
public interface CompetencyConfig {
    /// The least share of the marks (0 to 1) with which an indicator counts as attained.
    @WithDefault("0.5")
    BigDecimal indicatorShare();

    /// The least share of a level's indicators (0 to 1) with which the level counts as reached.
    @WithDefault("0.5")
    BigDecimal levelShare();
}
