package vn.lopmo.lms.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The numbers of the law, where they may change (Law 91/2025/QH15 and Decree 356/2025).
@ConfigMapping(prefix = "lopmo.privacy")
interface PrivacyConfig {
    /// From this age a child's own consent is needed beside the guardian's.
    @WithDefault("7")
    int ownConsentFrom();

    /// From this age the person consents alone.
    @WithDefault("16")
    int aloneFrom();

    /// A request is answered within so many working days.
    @WithDefault("2")
    int answerWorkingDays();

    /// Processing that was objected to stops within so many days.
    @WithDefault("15")
    int stopDays();

    /// A shortened time of keeping takes effect after so many days.
    @WithDefault("7")
    int graceDays();
}
