package vn.lopmo.content.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 9", "bytes=90-, 90, 99", "bytes=-10, 90, 99", "bytes=50-500, 50, 99", "bytes=-500, 0, 99"
    })
    void aRangeNamesItsBytes(String header, long first, long last) throws ByteRange.Unsatisfiable {
        assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=-", "bytes=9-3", "lines=1-2", "bytes=a-b", ""})
    void whatIsNoSingleRangeGivesEverything(String header) throws ByteRange.Unsatisfiable {
        assertEquals(Optional.empty(), ByteRange.of(header, 100));
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThrows(ByteRange.Unsatisfiable.class, () -> ByteRange.of("bytes=100-", 100));
        assertThrows(ByteRange.Unsatisfiable.class, () -> ByteRange.of("bytes=-0", 100));
    }
}
