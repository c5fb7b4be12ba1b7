package vn.lopmo.content.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackageScoredTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void aStandingIsToldAsTheContractSays() throws IOException {
        var event = new PackageScored(
                UUID.fromString("0198f000-0000-7000-8000-000000000001"),
                UUID.fromString("0198f000-0000-7000-8000-000000000003"),
                UUID.fromString("0198f000-0000-7000-8000-000000000002"),
                2,
                UUID.fromString("0198f000-0000-7000-8000-000000000004"),
                new BigDecimal("0.85"),
                true,
                true,
                Instant.parse("2026-11-21T02:30:00Z"));

        var example = Path.of(System.getProperty("lopmo.root", ".."))
                .resolve("infra/contracts/events/" + event.type() + ".example.json");

        assertEquals(json.readTree(example.toFile()), json.readTree(json.writeValueAsString(event)));
    }
}
