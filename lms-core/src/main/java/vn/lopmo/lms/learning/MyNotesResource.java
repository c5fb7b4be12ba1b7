package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// All that a learner wrote for himself, over all lessons, also of courses that he learns no longer. Nobody else's.
@Path("/my/lesson-notes")
class MyNotesResource {
    /// More are found by searching.
    private static final int MOST = 200;

    /// @param open whether the lesson can be read now
    record View(
            UUID lessonId,
            String lessonTitle,
            String courseTitle,
            String subject,
            String text,
            int revision,
            Instant changedAt,
            boolean open) {
        static View of(LessonNotes.Line line, boolean open) {
            return new View(
                    line.lessonId(),
                    line.lessonTitle(),
                    line.courseTitle(),
                    line.subject(),
                    line.note().text(),
                    line.note().revision(),
                    line.changedAt(),
                    open);
        }

        boolean has(String folded) {
            return VietnameseText.fold(text + " " + lessonTitle + " " + courseTitle)
                    .contains(folded);
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Lessons lessons;
    private final LessonNotes notes;

    MyNotesResource(CurrentCaller callers, CourseAccess access, Lessons lessons, LessonNotes notes) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.notes = notes;
    }

    private Caller learner() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return caller;
    }

    /// The newest first.
    ///
    /// @param q words of the note, the lesson or the course, with or without accents
    @GET
    @Transactional
    public List<View> mine(@QueryParam("q") @Size(max = 200) @Nullable String q) {
        var caller = learner();
        var courses = Set.copyOf(access.coursesLearntIn(caller.id(), caller.schoolId()));
        var folded = VietnameseText.fold(VietnameseText.tidy(q == null ? "" : q));
        return notes.of(caller.id()).stream()
                .map(each -> View.of(each, each.published() && courses.contains(each.courseId())))
                .filter(each -> folded.isEmpty() || each.has(folded))
                .limit(MOST)
                .toList();
    }

    @PUT
    @Path("/{lesson}")
    @Transactional
    public LessonNotes.Note write(UUID lesson, @Valid @NotNull LessonNoteResource.Writing writing) {
        var caller = learner();
        notes.mustBeThere(caller.id(), lesson, writing.known());
        var text = Normalizer.normalize(writing.text(), Normalizer.Form.NFC);
        return notes.write(caller.id(), lessons.get(lesson, caller.schoolId()), text, writing.known());
    }

    /// @param known the revision that was looked at: what came since is not thrown away unread
    @DELETE
    @Path("/{lesson}")
    @Transactional
    public void remove(UUID lesson, @QueryParam("known") int known) {
        var caller = learner();
        notes.mustBeThere(caller.id(), lesson, known);
        notes.remove(caller.id(), lesson, known);
    }
}
