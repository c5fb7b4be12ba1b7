package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.platform.sql.Rows;

/// A score or a task may be the last thing that a lesson's rule was waiting for.
@ApplicationScoped
class RuleNews {
    private final Rows rows;
    private final CourseAccess access;
    private final Lessons lessons;
    private final LessonVersions versions;
    private final Reading reading;

    RuleNews(Rows rows, CourseAccess access, Lessons lessons, LessonVersions versions, Reading reading) {
        this.rows = rows;
        this.access = access;
        this.lessons = lessons;
        this.versions = versions;
        this.reading = reading;
    }

    void handedIn(@Observes TaskHandedIn event) {
        if (hasRule(event.lessonId())) {
            lessons.findByIdOptional(event.lessonId()).ifPresent(lesson -> lookAgain(lesson, event.learnerId()));
        }
    }

    void released(@Observes QuizScores.Released event) {
        var courses = access.coursesLearntIn(event.learnerId(), event.schoolId());
        scored(lessons.asking(event.assignmentId(), courses), event.learnerId());
    }

    /// Something in these lessons has a new score.
    void scored(List<Lesson> shown, UUID learner) {
        shown.stream().filter(lesson -> hasRule(lesson.id())).forEach(lesson -> lookAgain(lesson, learner));
    }

    private boolean hasRule(UUID lesson) {
        return rows.first("select 1 from lesson_rule where lesson_id = ?", row -> row.number(1), lesson)
                .isPresent();
    }

    private void lookAgain(Lesson lesson, UUID learner) {
        if (lesson.publishedVersion() != null) {
            reading.lookAgain(lesson, versions.published(lesson), List.of(learner));
        }
    }
}
