package vn.lopmo.lms.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "lopmo.report")
interface ReportConfig {
    /// Which schools of this install an officer sees the sums of.
    enum Scope {
        /// Those of the commune of the school that his account is in.
        COMMUNE,
        /// Those of its province.
        PROVINCE
    }

    @WithDefault("COMMUNE")
    Scope officerSees();
}
