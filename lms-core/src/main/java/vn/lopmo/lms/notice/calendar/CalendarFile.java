package vn.lopmo.lms.notice.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import vn.lopmo.lms.organisation.SubjectNames;

/// Dates as iCalendar (RFC 5545): times in UTC, which every program turns into its own.
final class CalendarFile {
    private CalendarFile() {}

    static String of(String school, Collection<Entry> entries, Instant now) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Lop Mo//Lich//VI");
        calendar.setExperimentalProperty("X-WR-CALNAME", "Lớp Mở: " + school);
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        entries.forEach(entry -> calendar.addEvent(event(entry, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Entry entry, Instant now) {
        var event = new VEvent();
        event.setUid(entry.kind().name().toLowerCase(Locale.ROOT) + "-" + entry.id() + "-"
                + entry.className().hashCode() + "@lopmo");
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(words(entry));
        event.setDescription(SubjectNames.of(entry.place()) + ", lớp " + entry.className());
        event.setDateStart(Date.from(entry.at()));
        event.setDateEnd(Date.from(entry.startsAt() == null || entry.endsAt() == null ? entry.at() : entry.endsAt()));
        event.setStatus(Status.confirmed());
        return event;
    }

    private static String words(Entry entry) {
        return switch (entry.kind()) {
            case LESSON -> "Hạn học: " + entry.title();
            case TEST -> "Kiểm tra: " + entry.title();
            case TASK -> "Hạn nộp: " + entry.title();
            case MEETING -> "Học trực tuyến: " + entry.title();
        };
    }
}
