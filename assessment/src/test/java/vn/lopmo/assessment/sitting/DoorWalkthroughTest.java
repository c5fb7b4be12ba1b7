package vn.lopmo.assessment.sitting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.assessment.School.ok;
import static vn.lopmo.assessment.School.step;
import static vn.lopmo.assessment.School.steps;
import static vn.lopmo.assessment.sitting.GivingStory.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.School;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// Learners come to the door of an exam: its passcode, its place, its browser, its device.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class DoorWalkthroughTest {
    private static final String KEY = "a".repeat(64);

    @Inject
    School schools;

    @Inject
    AgroalDataSource database;

    private GivingStory story;
    private School.Place place;

    @BeforeEach
    void aPaper() {
        story = new GivingStory(schools, database);
        place = story.place;
    }

    @Test
    void aPasscodeOpensTheDoorAndWhoGuessesHasToWait() {
        var assignment = story.give(Map.of("passcode", " hoa ban "));

        ok(place.asAn().get("/my/assignments"))
                .body("[0].needsPasscode", equalTo(true))
                .body("[0].conditions.passcode", nullValue());
        refused(story.open(assignment, Map.of()), 403, "passcode-wrong");
        for (int i = 0; i < 5; i++) {
            refused(story.open(assignment, Map.of("passcode", "sai-" + i)), 403, "passcode-wrong");
        }
        refused(story.open(assignment, Map.of("passcode", "hoa ban")), 503, "passcode-wait");

        // another learner is not kept waiting; case and spaces are not heard
        ok(place.asBinh().body(Map.of("passcode", "HOABAN")).post("/assignments/" + assignment + "/sittings"));
        // who has begun comes back without it
        ok(place.asBinh().post("/assignments/" + assignment + "/sittings"));
        refused(story.giveRefused(Map.of("passcode", "abc")), 422, "passcode-length");
    }

    /// How often others were told of it, as a test in computer rooms or not.
    private int toldAs(String assignment, boolean atSchool) {
        return story.count(
                "select count(*) from outbox where type = 'assessment.paper-assigned.v1'"
                        + " and body ->> 'assignmentId' = cast(? as text) and cast(body ->> 'atSchool' as boolean) = "
                        + atSchool,
                UUID.fromString(assignment));
    }

    @Test
    void aComputerRoomIsKnownByItsAddresses() {
        var assignment = story.give(Map.of("addresses", List.of("10.0.3.0/24", "fd00::/8")));
        var elsewhere = story.give(Map.of());
        assertEquals(1, toldAs(assignment, true));
        assertEquals(1, toldAs(elsewhere, false));

        refused(from("10.0.4.7").post("/assignments/" + assignment + "/sittings"), 403, "address-not-allowed");
        // the proxy that stands next to us is believed, what somebody wrote before it is not
        refused(
                from("10.0.3.7, 203.0.113.9").post("/assignments/" + assignment + "/sittings"),
                403,
                "address-not-allowed");
        refused(story.open(assignment, Map.of()), 403, "address-not-allowed");
        String sitting = ok(from("10.0.3.7").post("/assignments/" + assignment + "/sittings"))
                .extract()
                .path("sittingId");
        ok(from("::ffff:10.0.3.8").get("/sittings/" + sitting));
        ok(from("fd12::1").post("/assignments/" + assignment + "/sittings"));
        refused(from("198.51.100.1").get("/sittings/" + sitting), 403, "address-not-allowed");
        // what he has answered is saved from wherever he is
        String slot = ok(from("10.0.3.7").get("/sittings/" + sitting)).extract().path("parts[0].items[0].slot");
        ok(from("198.51.100.1")
                .body(steps(step(1, slot, Map.of("choice", "A"))))
                .put("/sittings/" + sitting + "/answers"));
        refused(story.giveRefused(Map.of("addresses", List.of("phong may 3"))), 422, "address-malformed");
    }

    private RequestSpecification from(String address) {
        return place.asAn().header("X-Forwarded-For", address);
    }

    @Test
    void safeExamBrowserProvesItsSettings() {
        var assignment = story.give(Map.of("sebConfigKeys", List.of(KEY.toUpperCase())));
        var path = "/assignments/" + assignment + "/sittings";
        var page = "https://lop.truong.vn/lam-bai/" + assignment;

        refused(place.asAn().post(path), 403, "safe-browser-needed");
        refused(seb(path, page, hash(page, "b".repeat(64))), 403, "safe-browser-needed");
        refused(
                seb(path, page.replace("lop.", "khac."), hash(page.replace("lop.", "khac."), KEY)),
                403,
                "safe-browser-needed");
        // as the script of the page was told, with a fragment or a port that a proxy took away
        String sitting =
                ok(seb(path, page + "#cau-3", hash(page, KEY))).extract().path("sittingId");
        ok(seb(path, page, hash(page.replace(".vn/", ".vn:443/"), KEY)));
        ok(seb(path, page, hash(page + "/", KEY)));
        // as the browser itself says for each request
        var asked = "https://lop.truong.vn/api/assessment/sittings/" + sitting;
        ok(forwarded()
                .header("X-SafeExamBrowser-ConfigKeyHash", hash(asked, KEY))
                .get("/sittings/" + sitting));
        ok(forwarded()
                .header("X-SafeExamBrowser-ConfigKeyHash", hash(page, KEY))
                .header("X-SafeExamBrowser-Page", page)
                .get("/sittings/" + sitting));
        refused(forwarded().get("/sittings/" + sitting), 403, "safe-browser-needed");
        refused(story.giveRefused(Map.of("sebConfigKeys", List.of("xyz"))), 422, "config-key-malformed");
    }

    private RequestSpecification forwarded() {
        return place.asAn()
                .header("X-Forwarded-Host", "lop.truong.vn")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/api/assessment");
    }

    private Response seb(String path, String url, String hash) {
        return forwarded()
                .body(Map.of("safeBrowser", Map.of("url", url, "configKeyHash", hash)))
                .post(path);
    }

    private static String hash(String url, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((url + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void oneDeviceKeepsTheSitting() {
        var assignment = story.give(Map.of("oneDevice", true));

        ok(story.open(assignment, Map.of("device", "máy 1"))).body("deviceHeld", equalTo(true));
        ok(story.open(assignment, Map.of("device", "máy 1")));
        refused(story.open(assignment, Map.of("device", "máy 2")), 409, "sitting-on-another-device");
        refused(story.open(assignment, Map.of("device", "máy\u0000")), 422, "device-name");
        refused(story.open(assignment, Map.of()), 409, "sitting-on-another-device");
    }
}
