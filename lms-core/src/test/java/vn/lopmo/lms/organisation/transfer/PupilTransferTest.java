package vn.lopmo.lms.organisation.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.transfer.PupilTransfer.State;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class PupilTransferTest {
    private static final Instant OFFERED = Instant.parse("2026-11-22T03:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();

    private static PupilTransfer offered() {
        var pupil = Person.join(
                UUID.randomUUID(), UUID.randomUUID(), "Nông Thị Mai", "maint", Set.of(Role.STUDENT), OFFERED);
        return PupilTransfer.offer(pupil, UUID.randomUUID(), SOMEBODY, OFFERED);
    }

    private static void settle(PupilTransfer transfer, State how, Instant now) {
        switch (how) {
            case WITHDRAWN -> transfer.withdraw(SOMEBODY, now);
            case DECLINED -> transfer.decline("Lớp đã đủ", SOMEBODY, now);
            case TAKEN -> transfer.take(UUID.randomUUID(), SOMEBODY, now);
            case WAITING, ENDED -> {}
        }
    }

    @ParameterizedTest(name = "after {0} days: {1}")
    @CsvSource({"0, WAITING", "59, WAITING", "60, ENDED", "400, ENDED"})
    void itWaitsForSixtyDays(int days, State state) {
        assertEquals(state, offered().state(OFFERED.plus(Duration.ofDays(days))));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "WITHDRAWN, TAKEN",
        "WITHDRAWN, DECLINED",
        "WITHDRAWN, WITHDRAWN",
        "DECLINED,  TAKEN",
        "DECLINED,  WITHDRAWN",
        "TAKEN,     TAKEN",
        "TAKEN,     WITHDRAWN",
        "TAKEN,     DECLINED"
    })
    void whatIsSettledStaysSettled(State first, State then) {
        var transfer = offered();
        settle(transfer, first, OFFERED);

        assertThrows(Refusal.Conflict.class, () -> settle(transfer, then, OFFERED));
        assertEquals(first, transfer.state(OFFERED.plus(PupilTransfer.LIFE)));
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN", "DECLINED", "TAKEN"})
    void nothingIsDoneWithOneThatIsTooOld(State how) {
        var transfer = offered();

        assertThrows(Refusal.Conflict.class, () -> settle(transfer, how, OFFERED.plus(PupilTransfer.LIFE)));
        assertNull(transfer.settledAt());
        assertNull(transfer.reason());
    }

    @Test
    void theReasonIsKeptAsItIsRead() {
        var transfer = offered();

        transfer.decline("  Lớp 8 đã   đủ 45 em ", SOMEBODY, OFFERED);

        assertEquals("Lớp 8 đã đủ 45 em", transfer.reason());
    }
}
