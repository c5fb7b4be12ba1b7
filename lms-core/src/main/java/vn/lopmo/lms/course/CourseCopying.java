package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;

/// Makes courses out of courses: last year's, a colleague's, a template. Authors copy their drafts, others what was
/// published. Blocks keep their ids under a new lesson; papers do not come along, because they were given to the
/// classes of the old one. What other slices keep of the lessons they copy themselves, told by [CourseCopied].
@ApplicationScoped
class CourseCopying {
    /// @param lessons those to take; null for all
    record Wish(String title, Set<UUID> classIds, @Nullable Set<UUID> lessons) {}

    private final Courses courses;
    private final Sections sections;
    private final Lessons lessons;
    private final LessonDrafts drafts;
    private final LessonVersions versions;
    private final Event<CourseCopied> copied;

    CourseCopying(
            Courses courses,
            Sections sections,
            Lessons lessons,
            LessonDrafts drafts,
            LessonVersions versions,
            Event<CourseCopied> copied) {
        this.courses = courses;
        this.sections = sections;
        this.lessons = lessons;
        this.drafts = drafts;
        this.versions = versions;
        this.copied = copied;
    }

    /// @param days what became of the days that were set in the old one
    record Made(UUID id, CopiedDays days) {}

    Made copy(Course source, Wish wish, Caller caller, Instant now) {
        var copy = Course.open(caller.schoolId(), caller.id(), wish.title, source.subject(), source.grade(), now);
        copy.cameFrom(source);
        copy.giveTo(wish.classIds);
        courses.persist(copy);
        var all = lessons.of(source.id());
        var madeSections = new HashMap<UUID, UUID>();
        var madeLessons = new HashMap<UUID, UUID>();
        for (var section : sections.of(source.id())) {
            var its = all.stream()
                    .filter(lesson -> lesson.sectionId().equals(section.id()))
                    .filter(lesson -> wish.lessons == null || wish.lessons.contains(lesson.id()))
                    .toList();
            if (wish.lessons == null || !its.isEmpty()) {
                var made = Section.open(copy.id(), section.title(), section.position(), now);
                sections.persist(made);
                madeSections.put(section.id(), made.id());
                its.forEach(lesson -> copyOf(lesson, source, copy, made, lesson.position(), caller, now)
                        .ifPresent(one -> madeLessons.put(lesson.id(), one.id())));
            }
        }
        return new Made(copy.id(), tell(source, copy, madeSections, madeLessons, caller, now));
    }

    /// Nothing if the caller may not see any of it.
    Optional<Made> copy(
            Lesson lesson, Course source, Course into, Section section, int position, Caller caller, Instant now) {
        return copyOf(lesson, source, into, section, position, caller, now)
                .map(made ->
                        new Made(made.id(), tell(source, into, Map.of(), Map.of(lesson.id(), made.id()), caller, now)));
    }

    private CopiedDays tell(
            Course source,
            Course into,
            Map<UUID, UUID> madeSections,
            Map<UUID, UUID> madeLessons,
            Caller caller,
            Instant now) {
        var days = new CopiedDays(now);
        courses.flush();
        copied.fire(new CourseCopied(
                source.schoolId(),
                source.id(),
                into.id(),
                madeSections,
                madeLessons,
                into.classIds(),
                caller.id(),
                now,
                days));
        return days;
    }

    private Optional<Lesson> copyOf(
            Lesson lesson, Course source, Course into, Section section, int position, Caller caller, Instant now) {
        return content(lesson, CoursePolicy.mayEdit(caller, source)).map(content -> {
            var made = Lesson.open(into, section, position, now);
            made.cameFrom(lesson);
            lessons.persist(made);
            drafts.persist(LessonDraft.begin(made.id(), withoutPapers(content), caller.id(), now));
            return made;
        });
    }

    private Optional<LessonContent> content(Lesson lesson, boolean author) {
        return author
                ? drafts.findByIdOptional(lesson.id()).map(LessonDraft::content)
                : Optional.ofNullable(lesson.publishedVersion())
                        .flatMap(version -> versions.find(lesson.id(), version))
                        .map(LessonVersion::content);
    }

    static LessonContent withoutPapers(LessonContent content) {
        return content.with(content.blocks().stream()
                .map(block -> block instanceof Block.Quiz quiz ? new Block.Quiz(quiz.id(), null, quiz.title()) : block)
                .toList());
    }
}
