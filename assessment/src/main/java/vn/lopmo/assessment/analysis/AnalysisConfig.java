package vn.lopmo.assessment.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "lopmo.analysis")
interface AnalysisConfig {
    /// How often calibrations that wait are looked for.
    @WithDefault("1S")
    Duration poll();
}
