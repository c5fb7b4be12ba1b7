package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.cartridge.Cartridge;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Courses out into files and in from them.
@ApplicationScoped
class CourseFiles {
    private final Courses courses;
    private final Sections sections;
    private final Lessons lessons;
    private final LessonDrafts drafts;
    private final BlockTitles titles;
    private final MediaShelf shelf;
    private final MediaStore store;
    private final MediaConfig config;

    CourseFiles(
            Courses courses,
            Sections sections,
            Lessons lessons,
            LessonDrafts drafts,
            BlockTitles titles,
            MediaShelf shelf,
            MediaStore store,
            MediaConfig config) {
        this.courses = courses;
        this.sections = sections;
        this.lessons = lessons;
        this.drafts = drafts;
        this.titles = titles;
        this.shelf = shelf;
        this.store = store;
        this.config = config;
    }

    /// As its authors have it now, drafts too.
    ///
    /// @throws Refusal.Conflict if nothing is written in it
    Cartridge out(Course course, Predicate<Lesson> wanted) {
        var writer = new LessonHtml(id -> picture(id, course.schoolId()));
        var all = lessons.of(course.id());
        var units = new ArrayList<Cartridge.Unit>();
        for (var section : sections.of(course.id())) {
            var its = all.stream()
                    .filter(lesson -> lesson.sectionId().equals(section.id()) && wanted.test(lesson))
                    .map(lesson -> writer.lesson(content(lesson)))
                    .filter(lesson -> !lesson.parts().isEmpty())
                    .toList();
            if (!its.isEmpty()) {
                units.add(new Cartridge.Unit(section.title(), its));
            }
        }
        if (units.isEmpty()) {
            throw new Refusal.Conflict("course-empty");
        }
        return new Cartridge(course.title(), units, writer.files());
    }

    private LessonContent content(Lesson lesson) {
        var content = drafts.get(lesson.id()).content();
        return content.with(titles.filledIn(content.blocks(), lesson.schoolId()));
    }

    private LessonHtml.@Nullable Picture picture(UUID id, UUID schoolId) {
        return shelf.find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .map(media -> new LessonHtml.Picture(
                        "media/" + id + "." + media.mediaType().substring("image/".length()), store.get(media)))
                .orElse(null);
    }

    /// A course of lessons that nobody has published yet.
    ///
    /// @param title of the course; the file's own if empty
    Taken in(Cartridge cartridge, String title, String subject, int grade, Caller caller, Instant now) {
        var name = title.isBlank() ? cartridge.title() : title;
        var course = Course.open(caller.schoolId(), caller.id(), shortened(name, subject), subject, grade, now);
        courses.persist(course);
        var reading = new CartridgeBlocks(bytes -> keep(bytes, caller, now), cartridge.files(), now);
        int place = 0;
        int count = 0;
        for (var unit : cartridge.units()) {
            var section = Section.open(course.id(), shortened(unit.title(), course.title()), ++place, now);
            sections.persist(section);
            int at = 0;
            for (var lesson : unit.lessons()) {
                for (var content : reading.lessons(lesson)) {
                    add(course, section, ++at, content, caller, now);
                    count++;
                }
            }
        }
        return new Taken(course.id(), cartridge.units().size(), count, reading.left());
    }

    /// What came in, and by name what a lesson cannot show.
    record Taken(UUID id, int sections, int lessons, List<String> left) {}

    private void add(Course course, Section section, int at, LessonContent content, Caller caller, Instant now) {
        var lesson = Lesson.open(course, section, at, now);
        lessons.persist(lesson);
        drafts.persist(LessonDraft.begin(lesson.id(), content, caller.id(), now));
    }

    /// A picture of the file becomes one of the school's, if it is one.
    private Optional<String> keep(byte[] bytes, Caller caller, Instant now) {
        return PictureHeader.read(bytes)
                .filter(header -> header.pixels() <= config.mostPixels() && bytes.length <= config.largest())
                .map(header -> {
                    var media = new Media(caller.schoolId(), caller.id(), header, bytes.length, now);
                    store.put(media, bytes);
                    shelf.persist(media);
                    return "/api/lms/media/" + media.id();
                });
    }

    private static String shortened(String title, String other) {
        var tidy = VietnameseText.tidy(title);
        var named = tidy.isEmpty() ? other : tidy;
        return named.length() <= LessonContent.LONGEST_TITLE
                ? named
                : named.substring(0, LessonContent.LONGEST_TITLE).strip();
    }
}
