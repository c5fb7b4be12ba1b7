package vn.lopmo.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/// The one clock of a service. Schools keep the hour of Việt Nam wherever their server stands. It ticks in
/// microseconds, as the database does, so that a moment is the same before and after it was stored.
@ApplicationScoped
public class ClockSource {
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.system(VIETNAM), Duration.ofNanos(1_000));
    }
}
