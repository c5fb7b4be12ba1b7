package vn.lopmo.lms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.learning.Studies.StudiedCourse;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.PlannedLesson;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;

class NextLessonTest {
    /// 9 in the morning of a Saturday.
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private static final UUID ANY = UUID.randomUUID();

    @Test
    void theFirstLessonComesFirst() {
        assertEquals("Bài 1 NEXT", next(course(fresh("Bài 1"), fresh("Bài 2"))));
        assertEquals("", next(course()));
    }

    @Test
    void whatWasReadLastIsGoneOnWith() {
        assertEquals(
                "Bài 3 BEGUN",
                next(course(fresh("Bài 1"), begun("Bài 2", 90), begun("Bài 3", 5)), course(begun("Bài 4", 30))));
    }

    @Test
    void afterAFinishedLessonComesTheNextOfItsCourse() {
        assertEquals("Bài 6 NEXT", next(course(fresh("Bài 1")), course(done("Bài 5"), fresh("Bài 6"))));
    }

    @Test
    void whatIsLateComesBeforeWhatIsDueTodayBeforeTheRest() {
        var late = due("Bài 2", NOW.minus(Duration.ofDays(2)));
        var later = due("Bài 3", NOW.minus(Duration.ofDays(1)));
        var tonight = due("Bài 4", NOW.plus(Duration.ofHours(14)));

        assertEquals("Bài 2 LATE", next(course(begun("Bài 1", 1), tonight, later, late)));
        assertEquals("Bài 4 TODAY", next(course(begun("Bài 1", 1), tonight)));
        assertEquals("Bài 1 BEGUN", next(course(begun("Bài 1", 1), due("Bài 5", NOW.plus(Duration.ofHours(16))))));
    }

    @Test
    void whatIsLongLateOrLockedIsNotPressedUpon() {
        var lastTerm = due("Bài 2", NOW.minus(Duration.ofDays(31)));
        var locked =
                new Standing(planned("Bài 3"), Work.none(4), false, new Lock.Over(NOW), NOW.minus(Duration.ofDays(1)));

        assertEquals("Bài 1 BEGUN", next(course(begun("Bài 1", 1), lastTerm, locked)));
        assertEquals("", next(course(locked)));
    }

    @Test
    void theMinutesLeftAreRoundedUp() {
        assertEquals(8, begun("Bài 1", 1).minutesLeft());
    }

    private static String next(StudiedCourse... courses) {
        return NextLesson.of(Arrays.asList(courses), NOW)
                .map(found -> found.standing().lesson().title() + " " + found.why())
                .orElse("");
    }

    private static StudiedCourse course(Standing... lessons) {
        var ofClass = new CourseShelf.ClassName(ANY, "8A2");
        return new StudiedCourse(UUID.randomUUID(), "KHTN", "khtn", 8, ofClass, List.of(lessons));
    }

    private static Standing fresh(String title) {
        return standing(title, Work.none(4), false, null);
    }

    private static Standing begun(String title, int minutesAgo) {
        return standing(title, new Work(4, 1, 60, NOW.minus(Duration.ofMinutes(minutesAgo))), false, null);
    }

    private static Standing done(String title) {
        return standing(title, new Work(4, 4, 60, NOW), true, null);
    }

    private static Standing due(String title, Instant until) {
        return standing(title, Work.none(4), false, until);
    }

    private static Standing standing(String title, Work work, boolean done, @Nullable Instant until) {
        return new Standing(planned(title), work, done, null, until);
    }

    private static PlannedLesson planned(String title) {
        return new PlannedLesson(UUID.randomUUID(), ANY, ANY, 1, title, 10, 4, CompletionRule.USUAL);
    }
}
