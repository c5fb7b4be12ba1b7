package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
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

    /// @throws Refusal.Conflict if the outline does not name exactly what the course has: somebody added or removed
    /// something meanwhile
    void arrange(Course course, Outline outline) {
        var itsSections = sections.of(course.id());
        var itsLessons = lessons.of(course.id());
        checkSame(itsSections.stream().map(Section::id).toList(), outline.sectionIds());
        checkSame(itsLessons.stream().map(Lesson::id).toList(), outline.lessonIds());
        itsSections.forEach(section -> section.moveTo(outline.sectionIds().indexOf(section.id()) + 1));
        itsLessons.forEach(lesson -> place(lesson, outline));
    }

    private static void place(Lesson lesson, Outline outline) {
        for (var place : outline.sections()) {
            int at = place.lessons().indexOf(lesson.id());
            if (at >= 0) {
                lesson.moveTo(place.id(), at + 1);
            }
        }
    }

    private static void checkSame(List<UUID> there, List<UUID> named) {
        if (named.size() != there.size() || !new HashSet<>(named).equals(new HashSet<>(there))) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }
}
