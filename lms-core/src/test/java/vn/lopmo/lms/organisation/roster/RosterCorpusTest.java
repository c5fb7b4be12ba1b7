package vn.lopmo.lms.organisation.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.organisation.SchoolLevel;

/// Holds the reading against lists that lie outside of the project: each `X.xlsx` has beside it an `X.expect.json` with
/// the number of rows and the faulty ones. Not part of the usual run; asked for, it needs the folder (`-Dcorpus=`) and
/// fails without.
@Tag("corpus")
class RosterCorpusTest {
    @Test
    void findsExactlyTheFaultyRows() throws IOException {
        var folder = Path.of(System.getProperty("corpus"));
        List<Path> expectations;
        try (var files = Files.list(folder)) {
            expectations = files.filter(file -> file.toString().endsWith(".expect.json"))
                    .sorted()
                    .toList();
        }
        assertTrue(!expectations.isEmpty(), "no *.expect.json in " + folder);
        for (var expectation : expectations) {
            check(expectation);
        }
    }

    private static void check(Path expectation) throws IOException {
        var expected = new ObjectMapper().readTree(expectation.toFile());
        var list = Path.of(expectation.toString().replace(".expect.json", ".xlsx"));

        long start = System.nanoTime();
        var entries = RosterReading.read(
                list.toString(), Files.readAllBytes(list), SchoolLevel.THCS, LocalDate.of(2026, 11, 21));
        long ms = (System.nanoTime() - start) / 1_000_000;

        System.out.println(list.getFileName() + ": " + entries.size() + " rows in " + ms + " ms");
        assertEquals(expected.get("rows").asInt(), entries.size());
        var faulty = StreamSupport.stream(expected.get("faulty").spliterator(), false)
                .map(row -> row.get("sheetRow").asInt())
                .toList();
        assertEquals(
                faulty,
                entries.stream()
                        .filter(entry -> !entry.sound())
                        .map(Entry::sheetRow)
                        .toList());
    }
}
