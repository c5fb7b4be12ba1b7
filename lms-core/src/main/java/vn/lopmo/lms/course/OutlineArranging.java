package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.platform.refusal.Refusal;

/// Brings a course's sections and lessons into a new order.
@ApplicationScoped
class OutlineArranging {
    private final Sections sections;
    private final Lessons lessons;

    OutlineArranging(Sections sections, Lessons lessons) {
        this.sections = sections;
        this.lessons = lessons;
    }

    /// @throws Refusal.Conflict if the outline does not name exactly what the course has: somebody added or removed something meanwhile
    void arrange(Course course, Outline outline) {
        var sectionsById = byId(sections.of(course.id()), Section::id);
        var lessonsById = byId(lessons.of(course.id()), Lesson::id);
        checkSame(sectionsById.keySet(), outline.sectionIds());
        checkSame(lessonsById.keySet(), outline.lessonIds());
        int position = 0;
        for (var place : outline.sections()) {
            sectionsById.get(place.id()).moveTo(++position);
            place(place, lessonsById::get);
        }
    }

    private static void place(Outline.Place place, Function<UUID, Lesson> lessonById) {
        int position = 0;
        for (var id : place.lessons()) {
            lessonById.apply(id).moveTo(place.id(), ++position);
        }
    }

    private static <T> java.util.Map<UUID, T> byId(List<T> members, Function<T, UUID> id) {
        return members.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static void checkSame(Collection<UUID> there, List<UUID> named) {
        if (named.size() != there.size() || !new HashSet<>(named).equals(new HashSet<>(there))) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }
}
