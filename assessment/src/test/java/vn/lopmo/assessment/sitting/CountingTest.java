package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.PaperVersion;

class CountingTest {
    private static final SavedAnswers.ToMark NOTHING =
            new SavedAnswers.ToMark(SavedAnswers.Saved.NOTHING, new PaperVersion.Key(UUID.randomUUID(), 1), 0);
    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // the marks of a learner's attempts (- not marked yet, . not handed in), and the one that counts
        "7,       1",
        ".,       1",
        "7 9 8,   2",
        "9 9,     2",
        "7 -,     1",
        "- -,     2",
        "- .,     1",
        "7 .,     1",
        "0 -,     1",
        "7 9 .,   2"
    })
    void theBestMarkedOfThoseHandedInCounts(String marks, int attempt) {
        var assignment = Fixtures.anAssignment(NOW, NOW.plusSeconds(3600), 15);
        var sittings = new ArrayList<Sitting>();
        var totals = new HashMap<UUID, BigDecimal>();
        for (String mark : marks.split(" ")) {
            var sitting = Sitting.open(assignment, Fixtures.PERSON, sittings.size() + 1, Needs.NONE, 1, NOW);
            if (!mark.equals(".")) {
                sitting.handIn(Sitting.By.LEARNER, NOTHING, NOW);
            }
            if (Character.isDigit(mark.charAt(0))) {
                totals.put(sitting.id(), new BigDecimal(mark));
            }
            sittings.add(sitting);
        }

        assertEquals(attempt, Sittings.counting(sittings, totals).attempt());
    }
}
