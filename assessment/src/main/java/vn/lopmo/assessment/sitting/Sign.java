package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a device has noticed. A sign for a person to look at: it proves nothing, and nothing follows from it
/// by itself.
///
/// @param n numbered by the device; the same number again is the same sign
/// @param at by the server's clock, as far as can be told
/// @param seconds how long it took, where that says something
public record Sign(
        UUID sittingId,
        String device,
        int n,
        Kind kind,
        Instant at,
        @Nullable Integer seconds,
        Instant receivedAt) {
    /// What was noticed.
    public enum Kind {
        LEFT,
        BACK,
        COPIED,
        PASTED,
        FULLSCREEN_LEFT,
        SECOND_TAB,
        OFFLINE,
        ONLINE,
        RESUMED,
        PRINT
    }
}
