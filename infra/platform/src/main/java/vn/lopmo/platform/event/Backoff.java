package vn.lopmo.platform.event;

import java.time.Duration;

/// Pauses that double from 100 ms up to a bound. One thread's own.
final class Backoff {
    private final Duration longest;
    private Duration next = Duration.ofMillis(100);

    Backoff(Duration longest) {
        this.longest = longest;
    }

    void reset() {
        next = Duration.ofMillis(100);
    }

    Duration next() {
        var now = next;
        var doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }
}
