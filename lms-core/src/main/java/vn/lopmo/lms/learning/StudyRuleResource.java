package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.Section;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Condition;
import vn.lopmo.platform.refusal.Refusal;

/// How a course is learnt, as its teacher says: what finishing a lesson takes, what comes before what, and when.
@Path("/course-rules/{course}")
class StudyRuleResource {
    /// @param lessonId either this one
    /// @param sectionId or all of this one
    record NeedView(@Nullable UUID lessonId, @Nullable UUID sectionId) {}

    /// For a class, for a learner, or with neither for everybody.
    record OpeningView(
            @Nullable UUID classId,
            @Nullable UUID learnerId,
            @Nullable Instant opensAt,
            @Nullable Instant until,
            boolean closes,
            boolean waived) {}

    record Rules(UUID courseId, String title, List<OfClass> classes, List<OfSection> sections) {}

    record OfClass(UUID id, String name, List<Name> learners) {}

    record Name(UUID id, String name) {}

    record OfSection(UUID id, String title, List<NeedView> needs, List<OpeningView> openings, List<OfLesson> lessons) {}

    /// @param usual  whether the teacher has said nothing of it
    /// @param blocks what conditions can speak of, in the order of the lesson
    record OfLesson(
            UUID id,
            String title,
            Lesson.State state,
            boolean usual,
            List<Condition> conditions,
            List<Asked> blocks,
            List<NeedView> needs,
            List<OpeningView> openings) {}

    /// @param kind `quiz`, `package` or `task`
    record Asked(String id, String kind, String title) {}

    record Gate(
            @NotNull @Size(max = 50) List<@NotNull NeedView> needs,
            @NotNull @Size(max = 500) List<@NotNull OpeningView> openings) {}

    record Rule(
            @NotNull @Size(max = 20) List<@NotNull @Valid Condition> conditions,
            @NotNull @Size(max = 50) List<@NotNull NeedView> needs,
            @NotNull @Size(max = 500) List<@NotNull OpeningView> openings) {
        Gate gate() {
            return new Gate(needs, openings);
        }
    }

    private final CourseAccess access;
    private final LessonVersions versions;
    private final Sections sections;
    private final StudyRules rules;
    private final StudyRuleViews views;
    private final Reading reading;
    private final Progresses progresses;

    StudyRuleResource(
            CourseAccess access,
            LessonVersions versions,
            Sections sections,
            StudyRules rules,
            StudyRuleViews views,
            Reading reading,
            Progresses progresses) {
        this.access = access;
        this.versions = versions;
        this.sections = sections;
        this.rules = rules;
        this.views = views;
        this.reading = reading;
        this.progresses = progresses;
    }

    @GET
    @Transactional
    public Rules rules(UUID course) {
        return views.of(access.course(course, Verb.READ_DRAFTS));
    }

    /// Replaces all that was said of a lesson. Those who have finished it by the new rule have finished it now.
    @PUT
    @Path("/lessons/{lesson}")
    @Transactional
    public void change(UUID course, UUID lesson, @Valid @NotNull Rule rule) {
        var placed = access.lesson(lesson, Verb.WRITE);
        if (!placed.course().id().equals(course)) {
            throw new Refusal.NotFound("lesson-not-found");
        }
        views.checkAsked(placed.lesson(), rule.conditions);
        rules.say(placed.course(), lesson, new CompletionRule(rule.conditions));
        rules.hold(placed.course(), lesson, null, rule.gate());
        if (placed.lesson().publishedVersion() != null) {
            reading.lookAgain(
                    placed.lesson(),
                    versions.published(placed.lesson()),
                    progresses.learnersIn(placed.lesson().id()));
        }
    }

    /// Replaces all that was said of a section.
    @PUT
    @Path("/sections/{section}")
    @Transactional
    public void change(UUID course, UUID section, @Valid @NotNull Gate gate) {
        var placed = access.course(course, Verb.WRITE);
        rules.hold(placed, null, sectionIn(placed, section).id(), gate);
    }

    private Section sectionIn(Course course, UUID section) {
        return sections.of(course.id()).stream()
                .filter(one -> one.id().equals(section))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("section-not-found"));
    }
}
