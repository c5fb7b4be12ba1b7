package vn.lopmo.lms.competency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.gradebook.ResultReleased.ItemMark;

class ResultEvidenceTest {
    @Test
    void anIndicatorsShareIsTheMarksEarnedOverThosePossibleOfAllItemsThatCarryIt() {
        var shares = ResultEvidence.shares(List.of(
                item("0.25", "0.25", List.of("1.1.TC2a", "1.1.TC2b")),
                item("0", "0.75", List.of("1.1.TC2a")),
                item("1", "1", null)));

        assertEquals(
                Map.of("1.1.TC2a", new BigDecimal("0.2500"), "1.1.TC2b", new BigDecimal("1.0000")), rounded(shares));
    }

    @Test
    void itemsWithoutMarksSayNothing() {
        assertEquals(Map.of(), ResultEvidence.shares(List.of(item("0", "0", List.of("1.1.TC2a")))));
    }

    private static Map<String, BigDecimal> rounded(Map<String, BigDecimal> shares) {
        return shares.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .setScale(4)));
    }

    private static ItemMark item(String mark, String of, @Nullable List<String> indicators) {
        return new ItemMark(UUID.randomUUID(), 1, new BigDecimal(mark), new BigDecimal(of), indicators);
    }
}
