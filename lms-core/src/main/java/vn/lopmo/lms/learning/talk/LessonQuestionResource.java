package vn.lopmo.lms.learning.talk;

import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.LessonDoor;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own questions from a lesson.
@Path("/lesson-questions/{lesson}")
class LessonQuestionResource {
    record Wish(
            @NotNull UUID key,
            @Nullable @Size(max = 40) String blockId,
            @NotNull @Size(max = 2_000) String text) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final ClassCircle circle;
    private final LessonDoor door;
    private final Questions questions;
    private final Event<QuestionAsked> asked;
    private final Clock clock;

    LessonQuestionResource(
            CurrentCaller callers,
            CourseAccess access,
            ClassCircle circle,
            LessonDoor door,
            Questions questions,
            Event<QuestionAsked> asked,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.circle = circle;
        this.door = door;
        this.questions = questions;
        this.asked = asked;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<QuestionView> mine(UUID lesson) {
        access.lesson(lesson, CoursePolicy.Verb.READ);
        return own(lesson);
    }

    private List<QuestionView> own(UUID lesson) {
        var mine = questions.ofLearner(callers.get().id(), lesson);
        return QuestionView.of(
                mine, questions.lines(mine.stream().map(Questions.Question::id).toList()));
    }

    /// What was asked stands, and is answered with, whatever has been closed since: a lost answer is no refusal.
    @POST
    @Transactional
    public List<QuestionView> ask(UUID lesson, @Valid @NotNull Wish wish) {
        var caller = callers.get();
        if (questions.isAsked(caller.id(), lesson, wish.key)) {
            return own(lesson);
        }
        var placed = access.lesson(lesson, CoursePolicy.Verb.READ);
        var course = placed.course();
        door.checkOpen(caller, placed.lesson());
        var learnt = circle.learntIn(caller, course);
        if (learnt.isEmpty()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var text = TalkText.plain(wish.text);
        var now = clock.instant();
        var id = Ids.next(now);
        var asking = new Questions.Asking(
                wish.key, course.schoolId(), course.id(), lesson, wish.blockId, learnt.getFirst(), caller.id());
        if (questions.ask(id, asking, now)) {
            questions.write(questions.get(id, course.schoolId()), wish.key, caller.id(), false, text, now);
            asked.fire(
                    new QuestionAsked(course.schoolId(), course.id(), lesson, id, learnt.getFirst(), caller.id(), now));
        }
        return own(lesson);
    }
}
