package vn.lopmo.content.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.refusal.Refusal;

class MetadataTest {
    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    static Metadata complete(String title) {
        return new MetadataEdit()
                .title(title)
                .type(MaterialType.BAI_GIANG)
                .subject("vat-li")
                .grades(List.of(11))
                .author("Tổ Vật lí")
                .licence(Licence.CC_BY)
                .done();
    }

    @Test
    void aRowOfOlderDaysLacksTheNewFields() throws IOException {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        var old = json.readValue("""
                {"title": "Trích đoạn", "grades": [9], "licence": "TEACHING_EXCEPTION", "keywords": ["phim"]}""", Metadata.class);
        var kept = json.readValue(
                json.writeValueAsString(old.edit().availableFrom(NOON).done()), Metadata.class);

        assertEquals(Visibility.STAFF, old.visibleTo());
        assertEquals("vi", old.language());
        assertEquals(Level.THCS, old.level());
        assertEquals(NOON, kept.availableFrom());
    }

    @ParameterizedTest
    @CsvSource({
        "CC0,                CLASSES, yes", "CC0,                STAFF, yes",
        "CC0,                SCHOOL,  yes", "CC0,                OPEN,  yes",
        "CC_BY_NC_ND,        SCHOOL,  yes", "CC_BY_NC_ND,        OPEN,  yes",
        "ALL_RIGHTS,         SCHOOL,  yes", "ALL_RIGHTS,         OPEN,  no",
        "TEACHING_EXCEPTION, CLASSES, yes", "TEACHING_EXCEPTION, STAFF, yes",
        "TEACHING_EXCEPTION, SCHOOL,  no", "TEACHING_EXCEPTION, OPEN,  no"
    })
    void noLicenceIsStretched(Licence licence, Visibility visibility, String allowed) {
        var metadata = complete("Từ trường")
                .edit()
                .licence(licence)
                .visibility(visibility)
                .done();

        if (allowed.equals("yes")) {
            metadata.mustHoldTogether();
        } else {
            var refused = assertThrows(Refusal.Invalid.class, metadata::mustHoldTogether);
            assertEquals("licence-too-open", refused.slug());
        }
    }

    @Test
    void whatNobodyCouldEverSeeIsTurnedDown() {
        var never = complete("Từ trường")
                .edit()
                .availableFrom(NOON)
                .availableUntil(NOON)
                .done();

        assertThrows(Refusal.Invalid.class, never::mustHoldTogether);
    }

    @Test
    void theLevelFollowsTheGrades() {
        assertEquals(
                Level.TIEU_HOC, new MetadataEdit().grades(List.of(5, 1)).done().level());
        assertEquals(
                Level.THPT,
                new MetadataEdit().level(Level.THCS).grades(List.of(10)).done().level());
        assertEquals(Level.THCS, new MetadataEdit().level(Level.THCS).done().level());
        assertNull(new MetadataEdit().grades(List.of(9, 10)).done().level());
    }

    @Test
    void theTokensSayWhoIsMeant() {
        var owner = UUID.randomUUID();
        var ours = UUID.randomUUID();
        var metadata = complete("Từ trường").edit().classIds(List.of(ours));

        assertEquals(
                Set.of("curator", "owner:" + owner, "class:" + ours),
                metadata.visibility(Visibility.CLASSES).done().audience(owner));
        assertEquals(
                Set.of("curator", "owner:" + owner, "staff"),
                metadata.visibility(Visibility.STAFF).done().audience(owner));
        assertEquals(
                Set.of("curator", "owner:" + owner, "all"),
                metadata.visibility(null).done().audience(owner));
        assertEquals(
                Set.of("curator", "owner:" + owner, "all", "anybody"),
                metadata.visibility(Visibility.OPEN).done().audience(owner));
    }

    @Test
    void aClassStoreNeedsItsClass() {
        var metadata =
                complete("Từ trường").edit().visibility(Visibility.CLASSES).done();

        assertEquals(List.of("classIds"), metadata.missing());
    }

    @Test
    void theCreditLineNamesWhatItWasMadeFrom() {
        var original = new BasedOn(null, null, "Magnetism", "PhET", "https://phet.colorado.edu", Licence.CC_BY);
        var metadata = complete("Từ trường").edit().basedOn(List.of(original)).done();

        assertEquals(
                "“Từ trường”, Tổ Vật lí, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Dựa trên: “Magnetism”,"
                        + " PhET, https://phet.colorado.edu, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
                Attribution.of(metadata));
    }
}
