package vn.lopmo.content.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Fixtures;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.testkit.Tokens;

/// A reader asks for what is held of him, and then to be forgotten.
@QuarkusTest
@TestProfile(SignedTokens.class)
class ErasureTest {
    private final Library library = new Library();

    @Inject
    ErasingFeed feed;

    @Inject
    LettingGoFeed lettingGo;

    @Inject
    PersonRows personRows;

    @Inject
    PersonExports exports;

    @Inject
    Rows rows;

    private static EventHandler.Origin origin() {
        return new EventHandler.Origin(UUID.randomUUID(), Instant.now());
    }

    @Test
    void whatSomebodyReadIsGatheredForHimAndErasedWithHim() throws IOException {
        var book = library.uploaded("dong-dao.epub", Fixtures.epub());
        String material = book.getString("id");
        library.describe(book, library.metadata("Đồng dao"));
        library.publish(material).statusCode(200);
        library.joins(library.studentId, UUID.randomUUID(), "8A", Part.STUDENT);
        library.as(library.student)
                .contentType("application/json")
                .body(Map.of("n", 1, "text", "Nhớ hỏi cô"))
                .post("/files/" + book.getString("files[0].id") + "/notes")
                .then()
                .statusCode(201);
        var export = UUID.randomUUID();
        var asked = new PersonExports.Asked(export, library.school, library.studentId, List.of());
        QuarkusTransaction.requiringNew().run(() -> exports.handle(asked, origin()));

        var body = personRows.of(library.studentId).get("held");
        assertEquals("Nhớ hỏi cô", body.get("reading_note").get(0).get("text").asText());
        library.as(library.student).get("/person-exports/" + export).then().statusCode(404);
        library.as(Tokens.of(UUID.randomUUID(), library.school, "admin"))
                .get("/person-exports/" + export)
                .then()
                .statusCode(200);

        QuarkusTransaction.requiringNew()
                .run(() -> feed.handle(new PersonErased(library.school, library.studentId), origin()));

        // heard after it: that he was in a class
        library.joins(library.studentId, UUID.randomUUID(), "8A", Part.STUDENT);
        var left = personRows.of(library.studentId).get("held");
        assertTrue(left.isEmpty(), left::toString);
        assertFalse(body.isEmpty());
    }

    @Test
    void whatALeaverReadGoesOnceItWasKeptLongEnough() throws IOException {
        var library = new Library();
        var book = library.uploaded("dong-dao.epub", Fixtures.epub());
        library.describe(book, library.metadata("Đồng dao"));
        library.publish(book.getString("id")).statusCode(200);
        library.joins(library.studentId, UUID.randomUUID(), "8A", Part.STUDENT);
        library.as(library.student)
                .contentType("application/json")
                .body(Map.of("n", 1, "text", "Nhớ hỏi cô"))
                .post("/files/" + book.getString("files[0].id") + "/notes")
                .then()
                .statusCode(201);

        hears(new KeptLongEnough(library.school, library.studentId, "READING"));
        assertTrue(personRows.of(library.studentId).get("held").has("reading_note"), "he is in a class: he came back");
        rows.change("update class_member set active = false where person_id = ?", library.studentId);
        hears(new KeptLongEnough(library.school, library.studentId, "READING"));
        assertFalse(personRows.of(library.studentId).get("held").has("reading_note"));
    }

    private void hears(KeptLongEnough event) {
        QuarkusTransaction.requiringNew().run(() -> lettingGo.handle(event, origin()));
    }
}
