package vn.lopmo.assessment.sitting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How answers are saved and sittings ended.
@ConfigMapping(prefix = "lopmo.saving")
interface SavingConfig {
    /// The longest that an answer waits for others before they are committed together.
    @WithDefault("2ms")
    Duration gather();

    /// The most steps in one commit.
    @WithDefault("256")
    int rows();

    /// The most saves that wait; beyond it the learner's device is told to try again.
    @WithDefault("20000")
    int queue();

    /// How often sittings whose time is over are looked for.
    @WithDefault("5s")
    Duration sweep();

    /// How often it is written down where learners are, and asked what other instances have changed.
    @WithDefault("2s")
    Duration presence();

    /// How many sittings whose time is over are looked at together.
    @WithDefault("200")
    int sweepPage();

    /// After how long an exam's sitting that was paused and forgotten is handed in. Longer than any exam and its
    /// interruptions; homework waits as long as it likes.
    @WithDefault("12h")
    Duration longestPause();
}
