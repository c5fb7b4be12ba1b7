package vn.lopmo.lms.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.lopmo.lms.learning.Studies.StudiedCourse;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.platform.time.ClockSource;

/// What a learner does next: what is late, else what is due today, else what he was reading, else what comes after it.
final class NextLesson {
    /// What is late for longer has become a matter for teacher and learner, not for the first page.
    static final Duration LATE_SHOWN = Duration.ofDays(30);

    static final Duration AHEAD_SHOWN = Duration.ofDays(7);

    enum Why {
        LATE,
        TODAY,
        BEGUN,
        NEXT
    }

    record Found(StudiedCourse course, Standing standing, Why why) {}

    private record Open(StudiedCourse course, Standing standing) {
        Instant seenAt() {
            var at = standing.work().seenAt();
            return at == null ? Instant.MIN : at;
        }

        Instant until() {
            var until = standing.until();
            return until == null ? Instant.MAX : until;
        }

        Found because(Why why) {
            return new Found(course, standing, why);
        }
    }

    private NextLesson() {}

    static Optional<Found> of(List<StudiedCourse> courses, Instant now) {
        var open = courses.stream()
                .flatMap(course -> course.lessons().stream()
                        .filter(standing -> !standing.done() && standing.lock() == null)
                        .map(standing -> new Open(course, standing)))
                .toList();
        return first(open, one -> isLate(one.until(), now))
                .map(one -> one.because(Why.LATE))
                .or(() -> first(open, one -> isToday(one.until(), now)).map(one -> one.because(Why.TODAY)))
                .or(() -> begun(open))
                .or(() -> after(courses, open));
    }

    private static Optional<Open> first(List<Open> open, Predicate<Open> which) {
        return open.stream().filter(which).min(Comparator.comparing(Open::until));
    }

    static boolean isLate(Instant until, Instant now) {
        return until.isBefore(now) && until.isAfter(now.minus(LATE_SHOWN));
    }

    private static boolean isToday(Instant until, Instant now) {
        return until != Instant.MAX && !until.isBefore(now) && day(until).equals(day(now));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ClockSource.VIETNAM).toLocalDate();
    }

    private static Optional<Found> begun(List<Open> open) {
        return open.stream()
                .filter(one -> one.standing.isBegun())
                .max(Comparator.comparing(Open::seenAt))
                .map(one -> one.because(Why.BEGUN));
    }

    /// The first of the course that was read last, else the first of all.
    private static Optional<Found> after(List<StudiedCourse> courses, List<Open> open) {
        return courses.stream()
                .flatMap(course -> course.lessons().stream().map(standing -> new Open(course, standing)))
                .filter(one -> one.standing.work().seenAt() != null)
                .max(Comparator.comparing(Open::seenAt))
                .flatMap(last -> open.stream()
                        .filter(one -> one.course.id().equals(last.course.id()))
                        .findFirst())
                .or(() -> open.stream().findFirst())
                .map(one -> one.because(Why.NEXT));
    }
}
