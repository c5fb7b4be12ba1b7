package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.text.Normalizer;
import java.util.UUID;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own note at a lesson. It comes with the lesson ([LessonResource]) and is written here.
@Path("/lesson-notes/{lesson}")
class LessonNoteResource {
    record Writing(
            @NotNull @Size(max = LessonNotes.LONGEST) String text,
            @Min(0) int known) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final LessonNotes notes;

    LessonNoteResource(CurrentCaller callers, CourseAccess access, LessonNotes notes) {
        this.callers = callers;
        this.access = access;
        this.notes = notes;
    }

    @PUT
    @Transactional
    public LessonNotes.Note write(UUID lesson, @Valid @NotNull Writing writing) {
        var caller = callers.get();
        var found = access.lesson(lesson, Verb.READ).lesson();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var text = Normalizer.normalize(writing.text, Normalizer.Form.NFC);
        return notes.write(caller.id(), found, text, writing.known);
    }
}
