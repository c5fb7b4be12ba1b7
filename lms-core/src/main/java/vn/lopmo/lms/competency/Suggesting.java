package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PublishedLesson;
import vn.lopmo.lms.organisation.SchoolClass;

/// Says what a learner could do next for his digital competence.
@ApplicationScoped
class Suggesting {
    private final Framework framework;
    private final Courses courses;
    private final Lessons lessons;

    Suggesting(Framework framework, Courses courses, Lessons lessons) {
        this.framework = framework;
        this.courses = courses;
        this.lessons = lessons;
    }

    /// @param lesson a published lesson of the learner's courses that carries the indicator, if there is one
    record Suggestion(
            Framework.Competence competence, Framework.Indicator indicator, Optional<PublishedLesson> lesson) {}

    /// An indicator of the target that is not attained, in the weakest competence for which a lesson of the
    /// learner's courses can be named; without any such lesson, in the weakest competence of all.
    Optional<Suggestion> suggest(LearnerRecords.Learner learner, Framework.Level target, Attainment attainment) {
        var open = openCompetences(target, attainment);
        var offered = offered(learner);
        return open.stream()
                .flatMap(competence -> candidates(competence, target, attainment).stream()
                        .map(indicator -> new Suggestion(competence, indicator, carrying(offered, indicator))))
                .min(Comparator.comparing((Suggestion each) -> each.lesson.isEmpty()));
    }

    /// Weakest first: lowest level, then least of the target.
    private List<Framework.Competence> openCompetences(Framework.Level target, Attainment attainment) {
        return framework
                .competences()
                .filter(competence -> !attainment.reached(competence, target))
                .sorted(Comparator.comparing((Framework.Competence competence) -> attainment
                                .level(competence)
                                .map(Framework.Level::level)
                                .orElse(0))
                        .thenComparing(competence -> attainment.share(competence, target)))
                .toList();
    }

    private static List<Framework.Indicator> candidates(
            Framework.Competence competence, Framework.Level target, Attainment attainment) {
        return competence.at(target).stream()
                .filter(indicator -> !attainment.attained(indicator))
                .toList();
    }

    private List<PublishedLesson> offered(LearnerRecords.Learner learner) {
        List<UUID> classes =
                learner.schoolClass().map(SchoolClass::id).map(List::of).orElse(List.of());
        var ids = courses.ofClasses(learner.schoolId(), classes).stream()
                .map(Course::id)
                .toList();
        return ids.isEmpty() ? List.of() : lessons.published(ids);
    }

    private static Optional<PublishedLesson> carrying(List<PublishedLesson> offered, Framework.Indicator indicator) {
        return offered.stream()
                .filter(lesson -> lesson.carries().contains(indicator.code()))
                .findFirst();
    }
}
