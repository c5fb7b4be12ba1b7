package vn.lopmo.assessment.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static vn.lopmo.assessment.School.ok;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.bank.ItemVersions;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A correction is noticed by every instance that remembers the paper.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class CorrectedPaperTest {
    @Inject
    School schools;

    @Inject
    Papers papers;

    @Inject
    Questions questions;

    @Inject
    KeyChanges changes;

    @Inject
    ItemVersions versions;

    @Inject
    Assignments assignments;

    @Inject
    Rows rows;

    @Test
    void anotherInstanceThatRemembersThePaperSeesTheCorrection() {
        var place = schools.open();
        var item = schools.item(place, Fixtures.aChoice("Chọn", "A"));
        var paper = schools.paper(place, List.of(List.of(item)));
        var now = Instant.now();
        var id = UUID.fromString(schools.assign(place, paper, now.minusSeconds(60), now.plusSeconds(600)));
        var other = schools.assign(place, paper, now.minusSeconds(60), now.plusSeconds(600));
        var elsewhere = new PaperContents(papers, questions, changes, versions, rows);
        var before = content(elsewhere, id);
        var slot = before.questions().getFirst().id();

        ok(place.asTeacher()
                .body(Map.of("slot", slot, "change", Map.of("kind", "VOID"), "reason", "Câu sai"))
                .post("/assignments/" + id + "/key-changes"));

        assertEquals(Standing.VOID, content(elsewhere, id).question(slot).standing());
        assertEquals(Standing.VOID, now(elsewhere, id).question(slot).standing());
        assertSame(content(elsewhere, id), now(elsewhere, id));
        // the paper as it was given to others stays
        assertSame(before, content(elsewhere, UUID.fromString(other)));
    }

    private PaperContent content(PaperContents contents, UUID assignment) {
        return QuarkusTransaction.requiringNew().call(() -> contents.of(assignments.findById(assignment)));
    }

    private static PaperContent now(PaperContents contents, UUID assignment) {
        return QuarkusTransaction.requiringNew().call(() -> contents.ofAssignment(assignment));
    }
}
