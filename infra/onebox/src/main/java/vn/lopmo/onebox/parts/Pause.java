package vn.lopmo.onebox.parts;

import java.time.Duration;

/// Waiting that gives way to an interruption.
public final class Pause {
    private Pause() {}

    public static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Bị ngắt trong lúc chờ.", e);
        }
    }
}
