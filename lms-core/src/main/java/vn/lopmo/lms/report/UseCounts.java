package vn.lopmo.lms.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.lms.course.MaterialPublished;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.lms.learning.TaskHandedIn;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Counts what happens, by school and day, in the transaction in which it happens.
@ApplicationScoped
class UseCounts {
    enum What {
        /// A material came into the library: somebody approved its first version.
        MATERIAL,
        TASK_GIVEN,
        HANDED_IN,
        QUESTION,
        ANSWER
    }

    private final Rows rows;
    private final Clock clock;

    UseCounts(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void published(@Observes MaterialPublished event) {
        if (event.version() == 1) {
            count(event.schoolId(), What.MATERIAL, clock.instant());
        }
    }

    void given(@Observes TaskGiven event) {
        count(event.schoolId(), What.TASK_GIVEN, event.at());
    }

    void handedIn(@Observes TaskHandedIn event) {
        count(event.schoolId(), What.HANDED_IN, event.at());
    }

    void asked(@Observes QuestionAsked event) {
        count(event.schoolId(), What.QUESTION, event.at());
    }

    void answered(@Observes QuestionAnswered event) {
        count(event.schoolId(), What.ANSWER, event.at());
    }

    private void count(UUID schoolId, What what, Instant at) {
        rows.change(
                "insert into use_count (school_id, day, what, times) values (?, ?, ?, 1)"
                        + " on conflict (school_id, what, day) do update set times = use_count.times + 1",
                schoolId,
                LocalDate.ofInstant(at, ClockSource.VIETNAM),
                what.name());
    }
}
