package vn.lopmo.lms.learning.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.lms.learning.live.Attendance.Standing;
import vn.lopmo.platform.refusal.Refusal;

class MeetingLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x, Microsoft Teams",
        "https://meet.google.com/abc-defg-hij, Google Meet",
        "https://us02web.zoom.us/j/123456789?pwd=x, Zoom",
        "https://meet.jit.si/Lop8A2, Jitsi",
        "' https://hop.truong.edu.vn/b/lop-8a2 ', hop.truong.edu.vn",
    })
    void aLinkSaysWhereItLeads(String typed, String service) {
        assertEquals(service, MeetingLink.of(typed).service());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://meet.google.com/abc",
                "javascript:alert(1)",
                "https://ai:mat-khau@meet.jit.si/x",
                "https://localhost/x",
                "https://10.0.0.1/x",
                "https://meet jit.si/x",
                "meet.google.com/abc",
                "https://",
            })
    void whatIsNoSafeAddressIsRefused(String typed) {
        assertThrows(Refusal.Invalid.class, () -> MeetingLink.of(typed));
    }

    @Test
    void tenMinutesAreInTime() {
        var start = Instant.parse("2026-11-23T01:00:00Z");

        assertEquals(Standing.PRESENT, Attendance.byLog(start, start.minusSeconds(600)));
        assertEquals(Standing.PRESENT, Attendance.byLog(start, start.plusSeconds(600)));
        assertEquals(Standing.LATE, Attendance.byLog(start, start.plusSeconds(601)));
        assertEquals(Standing.ABSENT, Attendance.byLog(start, null));
    }
}
