package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseOrigin;
import vn.lopmo.lms.course.CourseSharing;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Section;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;

/// A course as whoever looks at it sees it: the author drafts too, the learner what is published and how far he is.
record CourseOutline(
        UUID id,
        String title,
        String subject,
        int grade,
        List<CourseShelf.ClassName> classes,
        boolean mayEdit,
        boolean maySeeStanding,
        Set<UUID> authorIds,
        boolean mayNameAuthors,
        CourseSharing sharing,
        boolean template,
        @Nullable CourseOrigin origin,
        List<SectionView> sections) {

    record SectionView(UUID id, String title, List<LessonView> lessons) {
        static SectionView of(Section section, List<LessonView> lessons) {
            return new SectionView(section.id(), section.title(), lessons);
        }
    }

    record LessonView(
            UUID id,
            String title,
            Lesson.State state,
            int minutes,
            @Nullable LessonShare progress,
            @Nullable Lock lock,
            @Nullable Instant until) {
        static LessonView of(Standing standing) {
            var lesson = standing.lesson();
            return new LessonView(
                    lesson.id(),
                    lesson.title(),
                    Lesson.State.PUBLISHED,
                    lesson.minutes(),
                    new LessonShare(standing.share(), standing.done()),
                    standing.lock(),
                    standing.until());
        }

        static LessonView plain(UUID id, String title, Lesson.State state, int minutes) {
            return new LessonView(id, title, state, minutes, null, null, null);
        }
    }

    record LessonShare(BigDecimal share, boolean done) {}

    /// As it lies before a learner.
    ///
    /// @param classes his
    static CourseOutline learnt(
            Course course, List<CourseShelf.ClassName> classes, List<Section> sections, List<Standing> standings) {
        return new CourseOutline(
                course.id(),
                course.title(),
                course.subject(),
                course.grade(),
                classes,
                false,
                false,
                Set.of(),
                false,
                course.sharing(),
                course.isTemplate(),
                null,
                filled(
                        sections,
                        standings.stream()
                                .collect(Collectors.groupingBy(
                                        standing -> standing.lesson().sectionId(),
                                        Collectors.mapping(LessonView::of, Collectors.toList())))));
    }

    /// A section without a published lesson is not shown to learners.
    static List<SectionView> filled(List<Section> sections, Map<UUID, List<LessonView>> bySection) {
        return sections.stream()
                .map(section -> SectionView.of(section, bySection.getOrDefault(section.id(), List.of())))
                .filter(section -> !section.lessons.isEmpty())
                .toList();
    }
}
