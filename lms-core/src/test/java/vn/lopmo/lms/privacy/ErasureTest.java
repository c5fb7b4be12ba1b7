package vn.lopmo.lms.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minio.MinioClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Particulars;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.roster.ListFile;
import vn.lopmo.lms.organisation.roster.RosterPaths;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.person.PersonRows;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.testkit.RealPostgres;

/// Somebody is to be forgotten: with a real account, a list that named him, requests that quote him, an export.
@QuarkusTest
@TestProfile(RealAccounts.class)
class ErasureTest {
    private static final String NAME = "Nguyễn Thuỷ Trâm Quỳnh Lưu";
    private static final String CODE = "2699887766";
    private static final LocalDate BORN = LocalDate.of(2013, 2, 17);

    @Inject
    TestSchools schools;

    @Inject
    RosterPaths roster;

    @Inject
    People people;

    @Inject
    PrivacyRequests requests;

    @Inject
    CarryingOut carryingOut;

    @Inject
    PrivacyConfig config;

    @Inject
    Accounts accounts;

    @Inject
    PersonRows personRows;

    @Inject
    Rows rows;

    @Inject
    MinioClient store;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private UUID asked(TestSchools.Small school, UUID person, PrivacyRequest.Kind kind) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var who = people.get(person, school.school());
            var request = PrivacyRequest.of(
                    school.school(),
                    person,
                    person,
                    kind,
                    "Em là " + who.name() + ", " + who.code(),
                    config,
                    Instant.now());
            requests.persist(request);
            return request.id();
        });
    }

    private void carryOut(UUID request, TestSchools.Small school, Particulars.@Nullable Correction correction) {
        carryingOut.carryOut(request, school.school(), new CarryingOut.Doing(school.head(), correction, Set.of()));
    }

    private Person pupil(TestSchools.Small school, String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.findByCode(code, school.school()).orElseThrow());
    }

    @Test
    void nothingNamesWhoIsErasedAndTheMarksThatLawKeepsStay() throws Exception {
        var school = schools.make();
        roster.bring(
                school.school(),
                ListFile.aList()
                        .student(CODE, NAME, "17/02/2013", "Nữ", "8A7", "8")
                        .xlsx());
        var pupil = pupil(school, CODE);
        var words = List.of(NAME, "nguyen thuy tram quynh luu", pupil.username(), CODE, BORN.toString());
        carryOut(asked(school, pupil.id(), PrivacyRequest.Kind.EXPORT), school, null);
        asked(school, pupil.id(), PrivacyRequest.Kind.STOP);
        marked(school, pupil.id());
        waitForExport(pupil.id());
        var before = Traces.of(words, database, RealPostgres.user(), RealPostgres.password(), store);
        assertTrue(before.size() > 5, before::toString);

        var erasure = asked(school, pupil.id(), PrivacyRequest.Kind.ERASURE);
        carryOut(erasure, school, null);

        assertEquals(List.of(), Traces.of(words, database, RealPostgres.user(), RealPostgres.password(), store));
        var left = personRows.of(pupil.id()).get("held");
        assertTrue(left.has("released_mark"), left::toString);
        assertEquals("Đã xoá", left.get("person").get(0).get("name").asText());
        assertFalse(accounts.hasFirstPassword(pupil.id()));
        QuarkusTransaction.requiringNew()
                .run(() -> assertEquals(
                        PrivacyRequest.State.DONE,
                        requests.get(erasure, school.school()).state()));
    }

    private void marked(TestSchools.Small school, UUID learner) {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.change(
                        "insert into released_mark (id, school_id, learner_id, assignment_id, sitting_id, title, subject,"
                                + " mark, max_mark, released_at) values (?, ?, ?, ?, ?, 'Bài 1', 'toan', 8, 10, ?)",
                        UUID.randomUUID(),
                        school.school(),
                        learner,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Instant.now()));
    }

    private void waitForExport(UUID person) throws InterruptedException {
        for (int tries = 0; tries < 120; tries++) {
            if (!rows.list("select 1 from person_export where person_id = ?", row -> row.number(1), person)
                    .isEmpty()) {
                return;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("no export within half a minute");
    }

    @Test
    void whatIsWrongIsCorrectedInTheAccountToo() throws Exception {
        var school = schools.make();
        roster.bring(
                school.school(),
                ListFile.aList()
                        .student("2611223344", "Lý Thi Sai", "01/03/2013", "Nữ", "8A7", "8")
                        .xlsx());
        var pupil = pupil(school, "2611223344");

        carryOut(
                asked(school, pupil.id(), PrivacyRequest.Kind.CORRECTION),
                school,
                new Particulars.Correction("Lý Thị Đúng", null, LocalDate.of(2013, 3, 2), null));

        var right = pupil(school, "2611223344");
        assertEquals("Lý Thị Đúng", right.name());
        assertEquals(LocalDate.of(2013, 3, 2), right.birthDate());
        assertEquals(Set.of(Role.STUDENT), right.roles());
    }
}
