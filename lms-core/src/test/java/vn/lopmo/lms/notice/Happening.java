package vn.lopmo.lms.notice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.PaperAssigned;
import vn.lopmo.lms.gradebook.ResultReleased;
import vn.lopmo.lms.learning.TaskHandedIn;

/// What other slices tell of in a small school.
record Happening(TestSchools.Small school) {
    PaperAssigned paper(UUID id, String title) {
        var now = Instant.now();
        return new PaperAssigned(
                school.school(),
                id,
                title,
                "khtn",
                List.of(school.classId()),
                now,
                now.plusSeconds(3600),
                15,
                10,
                BigDecimal.TEN,
                "EXAM",
                null,
                null);
    }

    ResultReleased result(UUID paper, String mark) {
        return new ResultReleased(
                school.school(),
                school.first(),
                paper,
                UUID.randomUUID(),
                "Áp suất",
                "khtn",
                new BigDecimal(mark),
                BigDecimal.TEN,
                Instant.now(),
                List.of());
    }

    TaskHandedIn handedIn(UUID course, UUID lesson, UUID task, UUID learner, Instant now) {
        return new TaskHandedIn(
                school.school(), course, lesson, task, school.classId(), "Vẽ sơ đồ", learner, false, now);
    }
}
