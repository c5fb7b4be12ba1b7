package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.course.LessonPublished;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.PaperAssigned;
import vn.lopmo.lms.gradebook.ResultReleased;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.QuestionAnswered;
import vn.lopmo.lms.learning.QuestionAsked;
import vn.lopmo.lms.learning.Reminded;
import vn.lopmo.lms.learning.TaskDayMoved;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.lms.learning.TaskHandedIn;
import vn.lopmo.lms.learning.TaskReturned;
import vn.lopmo.lms.learning.live.LiveLessonSet;

/// Turns what happens to courses, papers and tasks into notices: who is told, and what it says.
@ApplicationScoped
class CourseNews {
    private final Notices notices;
    private final Courses courses;
    private final LessonVersions versions;
    private final ClassCircle circle;
    private final Clock clock;

    CourseNews(Notices notices, Courses courses, LessonVersions versions, ClassCircle circle, Clock clock) {
        this.notices = notices;
        this.courses = courses;
        this.versions = versions;
        this.circle = circle;
        this.clock = clock;
    }

    /// A lesson that is published again was told of before.
    void published(@Observes LessonPublished event) {
        if (event.version() > 1) {
            return;
        }
        var version = versions.find(event.lessonId(), event.version()).orElseThrow();
        var news = News.mended(
                event.schoolId(),
                NoticeKind.LESSON,
                event.lessonId(),
                version.content().title(),
                courseTitle(event.courseId(), event.schoolId()),
                event.at());
        notices.tell(news, Audience.Classes.of(event.classIds()));
    }

    void assigned(@Observes PaperAssigned event) {
        var news = News.mended(
                event.schoolId(),
                NoticeKind.PAPER,
                event.assignmentId(),
                event.title(),
                event.subject(),
                clock.instant());
        notices.tell(news.dueAt(event.closesAt()), Audience.Takers.of(event.givenTo()));
    }

    /// The mark itself stands where the learner's marks are.
    void released(@Observes ResultReleased event) {
        var news = News.mended(
                        event.schoolId(),
                        NoticeKind.RESULT,
                        event.assignmentId(),
                        event.title(),
                        event.subject(),
                        event.releasedAt())
                .leadingTo(event.sittingId())
                .anew();
        notices.tell(news, new Audience.People(event.learnerId()));
        notices.tell(news, new Audience.GuardiansOf(event.learnerId()));
    }

    void given(@Observes TaskGiven event) {
        var news = News.mended(
                        event.schoolId(),
                        NoticeKind.TASK,
                        event.taskId(),
                        event.title(),
                        courseTitle(event.courseId(), event.schoolId()),
                        event.at())
                .leadingTo(event.lessonId())
                .dueAt(event.dueAt());
        notices.tell(news, Audience.Classes.of(event.classIds()));
    }

    /// Whose day is another now hears of it again; where there is none any more, the notice only says so.
    void moved(@Observes TaskDayMoved event) {
        var news = News.mended(
                        event.schoolId(),
                        NoticeKind.TASK,
                        event.taskId(),
                        event.title(),
                        courseTitle(event.courseId(), event.schoolId()),
                        event.at())
                .leadingTo(event.lessonId())
                .dueAt(event.dueAt());
        notices.tell(event.dueAt() == null ? news : news.anew(), Audience.People.of(event.learnerIds()));
    }

    /// One notice for all the work of a task that was not looked at yet.
    void handedIn(@Observes TaskHandedIn event) {
        var news = News.mended(
                        event.schoolId(),
                        NoticeKind.HANDED_IN,
                        event.taskId(),
                        event.title(),
                        courseTitle(event.courseId(), event.schoolId()),
                        event.at())
                .counted();
        notices.tell(news, concerned(event.courseId(), event.schoolId(), event.classId()));
    }

    void returned(@Observes TaskReturned event) {
        var news = News.mended(
                        event.schoolId(),
                        event.again() ? NoticeKind.TASK_RETURNED : NoticeKind.TASK_MARKED,
                        event.taskId(),
                        event.title(),
                        courseTitle(event.courseId(), event.schoolId()),
                        event.at())
                .leadingTo(event.lessonId())
                .anew();
        notices.tell(news, new Audience.People(event.learnerId()));
        if (!event.again()) {
            notices.tell(news, new Audience.GuardiansOf(event.learnerId()));
        }
    }

    void asked(@Observes QuestionAsked event) {
        var title = courseTitle(event.courseId(), event.schoolId());
        var news = News.mended(event.schoolId(), NoticeKind.QUESTION, event.courseId(), title, "", event.at())
                .counted();
        notices.tell(news, concerned(event.courseId(), event.schoolId(), event.classId()));
    }

    void answered(@Observes QuestionAnswered event) {
        var title = courseTitle(event.courseId(), event.schoolId());
        var news = News.mended(event.schoolId(), NoticeKind.ANSWER, event.questionId(), title, "", event.at())
                .leadingTo(event.lessonId())
                .anew();
        notices.tell(news, new Audience.People(event.learnerId()));
    }

    /// A lesson that was moved is new again; one that does not take place leaves no notice.
    void set(@Observes LiveLessonSet event) {
        if (event.cancelled()) {
            notices.takeBack(NoticeKind.MEETING, event.liveLessonId());
            return;
        }
        var news = News.mended(
                        event.schoolId(),
                        NoticeKind.MEETING,
                        event.liveLessonId(),
                        event.title(),
                        event.subject(),
                        event.at())
                .dueAt(event.startsAt())
                .anew();
        notices.tell(news, new Audience.Classes(event.classId()));
    }

    /// The teacher's words are for those whom he reminds; at home they hear that there was a reminder, and of what.
    void reminded(@Observes Reminded event) {
        var news = reminder(event).anew();
        notices.tell(news.saying(event.text()), Audience.People.of(event.learnerIds()));
        notices.tell(news, Audience.GuardiansOf.of(event.learnerIds()));
    }

    private News reminder(Reminded event) {
        var title = courseTitle(event.courseId(), event.schoolId());
        var task = event.task();
        return task == null
                ? News.mended(event.schoolId(), NoticeKind.REMINDER, event.courseId(), title, "", event.at())
                : News.mended(
                                event.schoolId(),
                                NoticeKind.TASK_REMINDER,
                                task.taskId(),
                                task.title(),
                                title,
                                event.at())
                        .leadingTo(task.lessonId());
    }

    private String courseTitle(UUID courseId, UUID schoolId) {
        return courses.get(courseId, schoolId).title();
    }

    private Audience concerned(UUID courseId, UUID schoolId, UUID classId) {
        return Audience.People.of(circle.concerned(courses.get(courseId, schoolId), classId));
    }
}
