package vn.lopmo.lms.notice.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.task.TaskDays;

/// Something on a day of a class. What can be done over days stands at its end, as a due date; what has its hour stands
/// at its beginning.
///
/// @param startsAt null for what is due
/// @param endsAt   null for a paper that never closes
record Entry(
        Kind kind,
        UUID id,
        UUID targetId,
        String title,
        String place,
        String className,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {
    enum Kind {
        /// A lesson that is to be learnt until then.
        LESSON,
        TEST,
        TASK,
        MEETING
    }

    /// A paper that is open longer is homework: it is due.
    private static final Duration LONGEST_TEST = Duration.ofHours(12);

    static Entry paper(
            UUID id,
            String title,
            String subject,
            String className,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {
        boolean due = opensAt == null
                || closesAt != null && Duration.between(opensAt, closesAt).compareTo(LONGEST_TEST) > 0;
        return new Entry(
                due ? Kind.TASK : Kind.TEST, id, id, title, subject, className, due ? null : opensAt, closesAt);
    }

    static Entry task(TaskDays.Day day) {
        return new Entry(
                Kind.TASK,
                day.taskId(),
                day.lessonId(),
                day.title(),
                day.courseTitle(),
                day.className(),
                null,
                day.dueAt());
    }

    /// Where it stands in the calendar.
    Instant at() {
        if (startsAt != null) {
            return startsAt;
        }
        return endsAt == null ? Instant.EPOCH : endsAt;
    }
}
