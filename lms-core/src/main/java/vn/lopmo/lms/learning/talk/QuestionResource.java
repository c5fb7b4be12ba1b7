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
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Questions: the teacher's list of those that wait, a learner's list of his own, and writing on.
@Path("/questions")
class QuestionResource {
    record Wish(
            @NotNull UUID key, @NotNull @Size(max = 4_000) String text) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Courses courses;
    private final ClassCircle circle;
    private final Questions questions;
    private final Event<QuestionAsked> asked;
    private final Event<QuestionAnswered> answered;
    private final Clock clock;
    private final RecordReads reads;

    QuestionResource(
            CurrentCaller callers,
            CourseAccess access,
            Courses courses,
            ClassCircle circle,
            Questions questions,
            Event<QuestionAsked> asked,
            Event<QuestionAnswered> answered,
            Clock clock,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.courses = courses;
        this.circle = circle;
        this.questions = questions;
        this.asked = asked;
        this.answered = answered;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Transactional
    public List<QuestionView> all() {
        var caller = callers.get();
        if (!caller.isAny(Role.STUDENT, Role.TEACHER)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var found = caller.is(Role.TEACHER) ? ofTeacher(caller) : questions.ofLearner(caller.id(), null);
        return views(found);
    }

    private List<Questions.Question> ofTeacher(Caller caller) {
        var own = access.readable();
        var taught = circle.taughtIn(caller, own);
        return questions.ofCourses(own.stream().map(Course::id).toList()).stream()
                .filter(question ->
                        taught.getOrDefault(question.courseId(), List.of()).contains(question.classId()))
                .toList();
    }

    private List<QuestionView> views(List<Questions.Question> found) {
        var askers = found.stream().map(Questions.Question::learnerId).toList();
        reads.noteAll(callers.get(), askers, RecordReads.QUESTIONS);
        return QuestionView.of(
                found,
                questions.lines(found.stream().map(Questions.Question::id).toList()));
    }

    /// The learner writes on, or the teacher answers.
    @POST
    @Path("/{id}/lines")
    @Transactional
    public QuestionView write(UUID id, @Valid @NotNull Wish wish) {
        var caller = callers.get();
        var question = questions.get(id, caller.schoolId());
        var course = courses.get(question.courseId(), caller.schoolId());
        boolean own = caller.is(Role.STUDENT) && caller.id().equals(question.learnerId());
        boolean teaches = circle.teaches(caller, course, question.classId());
        if (!own && !teaches) {
            throw new Refusal.NotFound("question-not-found");
        }
        var now = clock.instant();
        if (questions.write(question, wish.key, caller.id(), teaches, TalkText.plain(wish.text), now)) {
            tell(question, teaches);
        }
        return views(List.of(questions.get(id, caller.schoolId()))).getFirst();
    }

    private void tell(Questions.Question question, boolean byTeacher) {
        var now = clock.instant();
        if (byTeacher) {
            answered.fire(new QuestionAnswered(
                    question.schoolId(),
                    question.courseId(),
                    question.lessonId(),
                    question.id(),
                    question.learnerId(),
                    now));
        } else {
            asked.fire(new QuestionAsked(
                    question.schoolId(),
                    question.courseId(),
                    question.lessonId(),
                    question.id(),
                    question.classId(),
                    question.learnerId(),
                    now));
        }
    }
}
