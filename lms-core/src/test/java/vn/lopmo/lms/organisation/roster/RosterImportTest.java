package vn.lopmo.lms.organisation.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// The import from inside: what becomes of it when a process dies in the middle, and how long a school takes.
@QuarkusTest
@TestProfile(RealAccounts.class)
class RosterImportTest {
    @Inject
    RosterPreview preview;

    @Inject
    RosterApplication application;

    @Inject
    RosterSteps steps;

    @Inject
    RosterImports imports;

    @Inject
    RosterRows rows;

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Schools schools;

    private Caller adminOfNewSchool() {
        var school = School.open(
                "THCS Thử", UUID.randomUUID().toString(), SchoolLevel.THCS, "Hoa Ban", "Lạng Sơn", Instant.now());
        QuarkusTransaction.requiringNew().run(() -> schools.persist(school));
        return new Caller(UUID.randomUUID(), school.id(), Set.of(Role.ADMIN));
    }

    private void awaitDone(UUID importId, Duration patience) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (state(importId) != RosterImport.State.DONE) {
            assertTrue(Instant.now().isBefore(end), "not done in " + patience);
            application.look();
            Thread.sleep(100);
        }
    }

    private RosterImport.State state(UUID importId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> imports.findById(importId).state());
    }

    private Map<Verdict, Long> counts(UUID importId) {
        return QuarkusTransaction.requiringNew().call(() -> rows.counts(importId));
    }

    private List<String> usernames(UUID schoolId) {
        return QuarkusTransaction.requiringNew().call(() -> people.inRegister(schoolId).stream()
                .map(person -> person.username())
                .sorted()
                .toList());
    }

    @Test
    void whatAProcessLeftThatDiedAfterKeycloakHadTheAccountIsTakenOver() throws Exception {
        var admin = adminOfNewSchool();
        var list = ListFile.aList()
                .student("2600007711", "Nông Thị Hồng", "15/06/2014", "Nữ", "6A", "6")
                .student("2600007722", "Vi Văn Bách", "01/02/2014", "Nam", "6A", "6");
        var importId = preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", list.xlsx());
        application.start(importId, admin);
        assertTrue(QuarkusTransaction.requiringNew()
                .call(() -> imports.claim(importId, Instant.now().minus(RosterImport.LEASE))));
        var plan = steps.plan(importId, 1).getFirst();
        var account = accounts.open(
                Accounts.Opening.withoutPassword(plan.username(), plan.name(), admin.schoolId(), Set.of(Role.STUDENT)),
                any -> false);

        awaitDone(importId, Duration.ofSeconds(30));

        assertEquals(List.of("bachvv7722", "hongnt7711"), usernames(admin.schoolId()));
        var hong = QuarkusTransaction.requiringNew().call(() -> people.findByCode("2600007711", admin.schoolId()));
        assertEquals(account, hong.orElseThrow().id());
    }

    @Test
    void aNameThatSomebodyOfAnotherSchoolHasIsNotTakenOver() throws Exception {
        var list = ListFile.aList()
                .student("2600008811", "Nông Thị Sen", "15/06/2014", "Nữ", "6A", "6")
                .xlsx();
        var usernames = new ArrayList<String>();
        for (var admin : List.of(adminOfNewSchool(), adminOfNewSchool())) {
            var importId = preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", list);
            application.start(importId, admin);
            awaitDone(importId, Duration.ofSeconds(30));
            usernames.addAll(usernames(admin.schoolId()));
        }
        accounts.open(
                new Accounts.Opening(
                        "huent9911", "Người Ngoài", UUID.randomUUID(), Set.of(Role.STUDENT), "mat-khau-2026", true),
                any -> false);
        var admin = adminOfNewSchool();
        var stranger = ListFile.aList().student("2600009911", "Nông Thị Huệ", "15/06/2014", "Nữ", "6A", "6");
        var importId = preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", stranger.xlsx());
        application.start(importId, admin);
        awaitDone(importId, Duration.ofSeconds(30));
        usernames.addAll(usernames(admin.schoolId()));

        assertEquals(List.of("sennt8811", "sennt8811-2", "huent9911-2"), usernames);
    }

    @Test
    @Tag("corpus")
    void aWholeSchoolComesIn() throws Exception {
        var admin = adminOfNewSchool();
        var folder = Path.of(System.getProperty("corpus"));
        var file = Files.readAllBytes(folder.resolve("danh-sach-hoc-sinh.xlsx"));
        preview.of(admin, RosterImport.Kind.LIST, "warm.xlsx", file);

        long start = System.nanoTime();
        var importId = preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", file);
        long looked = System.nanoTime();
        application.start(importId, admin);
        awaitDone(importId, Duration.ofMinutes(5));
        long applied = System.nanoTime();

        System.out.printf(
                "432 students: preview %d ms, applied in %.1f s%n",
                (looked - start) / 1_000_000, (applied - looked) / 1e9);
        assertEquals(Map.of(Verdict.NEW, 432L), counts(importId));
        assertEquals(432, usernames(admin.schoolId()).size());
        assertEquals(
                Map.of(Verdict.UNCHANGED, 432L), counts(preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", file)));
        var faulty = Files.readAllBytes(folder.resolve("danh-sach-co-loi.xlsx"));
        assertEquals(
                21L,
                counts(preview.of(admin, RosterImport.Kind.LIST, "loi.xlsx", faulty))
                        .get(Verdict.REJECTED));
    }
}
