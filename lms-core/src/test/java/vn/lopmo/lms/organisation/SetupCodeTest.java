package vn.lopmo.lms.organisation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lopmo.platform.refusal.Refusal;

class SetupCodeTest {
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-21T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();
    private final SetupCode code = new SetupCode(Optional.of("K7QM-2XHP"), clock);

    @Test
    void takesTheCodeAloneAndRefusesOthers() {
        assertDoesNotThrow(() -> code.check(" K7QM-2XHP "));
        assertThrows(Refusal.Forbidden.class, () -> code.check("K7QM-2XHQ"));
        assertThrows(Refusal.Forbidden.class, () -> code.check(""));
    }

    @Test
    void withoutAConfiguredCodeNobodySetsUp() {
        assertThrows(Refusal.Forbidden.class, () -> new SetupCode(Optional.of(""), clock).check(""));
        assertThrows(Refusal.Forbidden.class, () -> new SetupCode(Optional.empty(), clock).check(""));
    }

    @Test
    void whoGuessesIsNotHeardForAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThrows(Refusal.Forbidden.class, () -> code.check("guess"));
        }
        assertThrows(Refusal.Unavailable.class, () -> code.check("K7QM-2XHP"));

        clock.now = clock.now.plus(Duration.ofSeconds(61));

        assertDoesNotThrow(() -> code.check("K7QM-2XHP"));
    }
}
