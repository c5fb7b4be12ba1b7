package vn.lopmo.lms.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;

/// A day's notices by mail: to an address that its owner has confirmed, until he stops it.
@QuarkusTest
@TestProfile(SignedTokens.class)
class DigestWalkthroughTest {
    @Inject
    TestSchools schools;

    @Inject
    Event<Object> events;

    @Inject
    Digests digests;

    private TestSchools.Small school;
    private Happening happening;
    private String pupil;

    @BeforeEach
    void aSchool() {
        school = schools.make();
        happening = new Happening(school);
        pupil = school.tokenOf(school.first(), Role.STUDENT);
    }

    @Test
    void aDigestGoesOnceADayToAConfirmedAddressUntilItIsStopped() throws Exception {
        var address = school.first() + "@nha.test";
        as(pupil)
                .body(Map.of("address", "không phải"))
                .put("/notice-wishes/address")
                .then()
                .statusCode(422);
        as(pupil)
                .body(Map.of("address", address))
                .put("/notice-wishes/address")
                .then()
                .statusCode(200)
                .body("mail.confirmed", equalTo(false));
        as(pupil)
                .body(Map.of("address", address))
                .put("/notice-wishes/address")
                .then()
                .statusCode(409);
        fire(happening.result(UUID.randomUUID(), "8.75"));
        assertEquals(0, digests.round(today(18)));

        var secret = secretIn(RealMail.to(address).getFirst(), "/thu/xac-nhan\\?ma=");
        given().post("/open/mail/" + secret + "/confirm").then().statusCode(204);
        as(pupil).get("/notice-wishes").then().body("mail.confirmed", equalTo(true));
        assertEquals(0, digests.round(today(16)));
        digests.round(today(18));
        digests.round(today(19));

        var mails = RealMail.to(address);
        assertEquals(2, mails.size());
        var digest = mails.get(1);
        assertEquals("Lớp Mở: 1 thông báo mới", digest.getSubject());
        var text = (String) digest.getContent();
        assertTrue(text.contains("Đã có kết quả: Áp suất (Khoa học tự nhiên)"), text);
        assertFalse(text.contains("8.75") || text.contains("Ngọc"), text);
        assertEquals("List-Unsubscribe=One-Click", digest.getHeader("List-Unsubscribe-Post", null));

        // as a mail program does (RFC 8058)
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/open/mail/" + secretIn(digest, "/thu/dung\\?ma=") + "/stop")
                .then()
                .statusCode(204);
        fire(happening.result(UUID.randomUUID(), "9"));
        digests.round(today(18).plusSeconds(86_400));
        assertEquals(2, RealMail.to(address).size());
        given().post("/open/mail/none/stop").then().statusCode(404);
    }

    @Test
    void whoseDataIsNotUsedForMailGetsNone() throws Exception {
        var address = school.first() + "@nha.test";
        as(pupil)
                .body(Map.of("address", address))
                .put("/notice-wishes/address")
                .then()
                .statusCode(200);
        given().post("/open/mail/" + secretIn(RealMail.to(address).getFirst(), "/thu/xac-nhan\\?ma=") + "/confirm")
                .then()
                .statusCode(204);
        var head = school.tokenOf(school.head(), Role.HEAD);
        as(head).body(Map.of("purpose", "thu", "title", "Gửi thư", "body", "Gửi tin qua thư.", "uses", List.of("MAIL")))
                .post("/privacy/texts")
                .then()
                .statusCode(200);
        fire(happening.result(UUID.randomUUID(), "8.75"));

        digests.round(today(18));
        assertEquals(1, RealMail.to(address).size(), "no digest: nobody has agreed");
        as(head).delete("/privacy/texts/thu").then().statusCode(204);
        digests.round(today(19));
        assertEquals(2, RealMail.to(address).size());
    }

    private static Instant today(int hour) {
        return LocalDate.now(ClockSource.VIETNAM)
                .atTime(LocalTime.of(hour, 5))
                .atZone(ClockSource.VIETNAM)
                .toInstant();
    }

    private static String secretIn(MimeMessage mail, String before) throws MessagingException, IOException {
        var found = Pattern.compile(before + "([\\w-]+)").matcher((String) mail.getContent());
        assertTrue(found.find());
        return found.group(1);
    }

    private void fire(Object event) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(event));
    }
}
