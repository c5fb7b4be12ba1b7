package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.paper.PaperFixtures;
import vn.lopmo.platform.refusal.Refusal;

/// When something was typed, whatever the device's clock says.
class ReckoningTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-02T02:00:00Z");
    private final OpenSitting sitting = aSitting();

    @ParameterizedTest
    @CsvSource({
        // typedAt, device's now, age in ms, reckoned, by
        "2026-11-02T01:50:00Z, 2026-11-02T02:00:00Z, ,      2026-11-02T01:50:00Z, CLOCK",
        "2026-11-01T18:50:00Z, 2026-11-01T19:00:00Z, ,      2026-11-02T01:50:00Z, CLOCK",
        "2031-01-01T00:00:00Z, 2031-01-01T00:10:00Z, ,      2026-11-02T01:50:00Z, CLOCK",
        "2026-11-01T18:50:00Z, 2026-11-01T19:00:00Z, 90000, 2026-11-02T01:58:30Z, AGE",
        "2026-11-01T18:50:00Z, ,                     90000, 2026-11-02T01:58:30Z, AGE",
        "2026-11-01T18:50:00Z, ,                     -1,    2026-11-01T18:50:00Z, DEVICE",
        "2026-11-01T18:50:00Z, 1970-01-01T00:00:00Z, ,      2026-11-01T18:50:00Z, DEVICE",
        "1970-01-01T00:00:00Z, ,                     ,      2026-11-02T02:00:00Z, DEVICE"
    })
    void theStrongestEvidenceCounts(
            Instant typedAt, @Nullable Instant now, @Nullable Long age, Instant reckoned, HeldStep.Clock by) {
        var held = reading("máy 1", typedAt, now, age)
                .hold(sitting, RECEIVED, false)
                .getFirst();

        assertEquals(reckoned, held.reckonedAt());
        assertEquals(by, held.by());
    }

    @Test
    void aDeviceWithAnImpossibleNameIsRefused() {
        for (String name : List.of("", "x".repeat(41), "má\0y")) {
            var reading = reading(name, RECEIVED, null, null);
            var refusal = assertThrows(Refusal.Invalid.class, () -> reading.hold(sitting, RECEIVED, true));
            assertEquals("device-name", refusal.slug());
        }
    }

    private StepsReading reading(@Nullable String device, Instant typedAt, @Nullable Instant now, @Nullable Long age) {
        UUID slot = sitting.paper().questions().getFirst().id();
        var answer = JsonNodeFactory.instance.objectNode().put("choice", "A");
        return new StepsReading(device, now, List.of(new StepsReading.Given(1, slot, answer, typedAt, age)));
    }

    private static OpenSitting aSitting() {
        var assignment = Fixtures.anAssignment(RECEIVED.minusSeconds(3600), RECEIVED.minusSeconds(60), 45);
        var paper = PaperFixtures.content(List.of(List.of(Fixtures.aChoice("Chọn một", "A"))));
        var opened = RECEIVED.minusSeconds(1800);
        return new OpenSitting(
                UUID.randomUUID(),
                assignment.schoolId(),
                assignment.id(),
                Fixtures.PERSON,
                opened.plusSeconds(1740),
                opened.plusSeconds(1770),
                null,
                null,
                null,
                null,
                paper);
    }
}
