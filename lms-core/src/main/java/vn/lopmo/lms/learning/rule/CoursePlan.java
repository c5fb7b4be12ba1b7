package vn.lopmo.lms.learning.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The published lessons of a course in their order, with what holds them back.
public record CoursePlan(List<PlannedLesson> lessons, List<Need> needs, List<Opening> openings) {
    public CoursePlan {
        lessons = List.copyOf(lessons);
        needs = List.copyOf(needs);
        openings = List.copyOf(openings);
    }

    /// How a learner stands in each lesson.
    ///
    /// @param work by lesson, where there is any
    public List<Standing> standings(UUID learner, UUID ofClass, Map<UUID, Work> work, Instant now) {
        var done = lessons.stream()
                .filter(lesson -> lesson.rule().isMet(workIn(lesson, work)))
                .map(PlannedLesson::id)
                .collect(Collectors.toUnmodifiableSet());
        return lessons.stream()
                .map(lesson -> standing(lesson, workIn(lesson, work), done, opening(lesson, learner, ofClass), now))
                .toList();
    }

    private static Work workIn(PlannedLesson lesson, Map<UUID, Work> work) {
        return work.getOrDefault(lesson.id(), Work.none(lesson.parts()));
    }

    private Optional<Opening> opening(PlannedLesson lesson, UUID learner, UUID ofClass) {
        return openings.isEmpty()
                ? Optional.empty()
                : Opening.deciding(openings, lesson.id(), lesson.sectionId(), ofClass, learner);
    }

    private Standing standing(PlannedLesson lesson, Work work, Set<UUID> done, Optional<Opening> opening, Instant now) {
        boolean isDone = done.contains(lesson.id());
        var lock = isDone ? null : lock(lesson, done, opening, now);
        return new Standing(
                lesson, work, isDone, lock, opening.map(Opening::until).orElse(null));
    }

    /// What was finished stays open; this is for what was not.
    private @Nullable Lock lock(PlannedLesson lesson, Set<UUID> done, Optional<Opening> opening, Instant now) {
        var opensAt = opening.map(Opening::opensAt).orElse(null);
        if (opensAt != null && now.isBefore(opensAt)) {
            return new Lock.NotYet(opensAt);
        }
        var until = opening.filter(Opening::closes).map(Opening::until).orElse(null);
        if (until != null && !now.isBefore(until)) {
            return new Lock.Over(until);
        }
        var first = opening.filter(Opening::waived).isPresent() ? List.<Lock.LessonName>of() : unmet(lesson, done);
        return first.isEmpty() ? null : new Lock.Needs(first);
    }

    /// Nothing can be asked for that is not published.
    private List<Lock.LessonName> unmet(PlannedLesson lesson, Set<UUID> done) {
        if (needs.isEmpty()) {
            return List.of();
        }
        var holding = needs.stream()
                .filter(need -> need.holdsBack(lesson.id(), lesson.sectionId()))
                .toList();
        return lessons.stream()
                .filter(other -> !other.id().equals(lesson.id()) && !done.contains(other.id()))
                .filter(other -> holding.stream().anyMatch(need -> need.asksFor(other.id(), other.sectionId())))
                .map(other -> new Lock.LessonName(other.id(), other.title()))
                .toList();
    }

    /// Whether some lesson could never be begun, because in the end it waits for itself.
    ///
    /// @param sectionOf every lesson of the course, drafts too
    public static boolean turnsInCircles(Map<UUID, UUID> sectionOf, List<Need> needs) {
        var fine = new HashSet<UUID>();
        return sectionOf.keySet().stream()
                .anyMatch(lesson -> waitsForItself(lesson, sectionOf, needs, new HashSet<>(), fine));
    }

    private static boolean waitsForItself(
            UUID lesson, Map<UUID, UUID> sectionOf, List<Need> needs, Set<UUID> onTheWay, Set<UUID> fine) {
        if (fine.contains(lesson)) {
            return false;
        }
        if (!onTheWay.add(lesson)) {
            return true;
        }
        var section = sectionOf.getOrDefault(lesson, lesson);
        boolean circle = sectionOf.entrySet().stream()
                .filter(other -> needs.stream()
                        .anyMatch(need ->
                                need.holdsBack(lesson, section) && need.asksFor(other.getKey(), other.getValue())))
                .anyMatch(other -> waitsForItself(other.getKey(), sectionOf, needs, onTheWay, fine));
        onTheWay.remove(lesson);
        fine.add(lesson);
        return circle;
    }
}
