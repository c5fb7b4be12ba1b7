package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.Section;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.lms.learning.StudyRuleResource.Asked;
import vn.lopmo.lms.learning.StudyRuleResource.Name;
import vn.lopmo.lms.learning.StudyRuleResource.NeedView;
import vn.lopmo.lms.learning.StudyRuleResource.OfClass;
import vn.lopmo.lms.learning.StudyRuleResource.OfLesson;
import vn.lopmo.lms.learning.StudyRuleResource.OfSection;
import vn.lopmo.lms.learning.StudyRuleResource.OpeningView;
import vn.lopmo.lms.learning.StudyRuleResource.Rules;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Condition;
import vn.lopmo.lms.learning.rule.Need;
import vn.lopmo.lms.learning.rule.Opening;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// What a teacher has said of a course, with the names that are needed to say something else.
@ApplicationScoped
class StudyRuleViews {
    private final Rows rows;
    private final StudyPlans plans;
    private final Lessons lessons;
    private final Sections sections;
    private final SchoolClasses classes;
    private final Memberships memberships;

    StudyRuleViews(
            Rows rows,
            StudyPlans plans,
            Lessons lessons,
            Sections sections,
            SchoolClasses classes,
            Memberships memberships) {
        this.rows = rows;
        this.plans = plans;
        this.lessons = lessons;
        this.sections = sections;
        this.classes = classes;
        this.memberships = memberships;
    }

    Rules of(Course course) {
        var said = plans.said(List.of(course.id()), null);
        var needs = said.needsIn(course.id());
        var openings = said.openingsIn(course.id());
        var rules = plans.rulesOf(course.id());
        var asked = asked(course.id(), null);
        var bySection = lessons.lines(List.of(course.id())).stream()
                .collect(Collectors.groupingBy(
                        Lessons.Line::sectionId,
                        Collectors.mapping(
                                line -> ofLesson(line, needs, openings, rules, asked), Collectors.toList())));
        return new Rules(
                course.id(),
                course.title(),
                classesOf(course),
                sections.of(course.id()).stream()
                        .map(one -> ofSection(one, needs, openings, bySection.getOrDefault(one.id(), List.of())))
                        .toList());
    }

    /// @throws Refusal.Invalid if a condition speaks of what is not in the lesson
    void checkAsked(Lesson lesson, List<Condition> conditions) {
        var known = asked(lesson.courseId(), lesson.id()).getOrDefault(lesson.id(), List.of());
        for (var condition : conditions) {
            boolean fits =
                    switch (condition) {
                        case Condition.Viewed viewed -> true;
                        case Condition.Minutes minutes -> true;
                        case Condition.Score score ->
                            known.stream().anyMatch(one -> one.id().equals(score.block()) && !isTask(one));
                        case Condition.HandedIn task ->
                            known.stream().anyMatch(one -> one.id().equals(task.block()) && isTask(one));
                    };
            if (!fits) {
                throw new Refusal.Invalid("condition-without-block");
            }
        }
    }

    private static boolean isTask(Asked one) {
        return one.kind().equals("task");
    }

    /// Of each lesson what brings a score or is handed in: as published, or while it never was, as drafted. Practice
    /// never counts, so no rule can ask for it.
    private Map<UUID, List<Asked>> asked(UUID course, @Nullable UUID lesson) {
        record In(UUID lesson, Asked asked) {}
        return rows
                .list(
                        "select l.id, b.value->>'id', case when b.value->>'kind' = 'material' then 'package' else"
                                + " b.value->>'kind' end, coalesce(a.title, m.title, b.value->>'title', '')"
                                + " from lesson l join lesson_draft d on d.lesson_id = l.id"
                                + " left join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
                                + " cross join lateral jsonb_array_elements(coalesce(v.blocks, d.blocks))"
                                + " with ordinality b(value, place)"
                                + " left join assigned_paper a on a.id = cast(b.value->>'assignmentId' as uuid)"
                                + " left join known_material m on m.id = cast(b.value->>'materialId' as uuid)"
                                + " where l.course_id = ? and (cast(? as uuid) is null or l.id = cast(? as uuid))"
                                + " and (b.value->>'kind' = 'task' or (b.value->>'kind' = 'quiz' and not a.practice)"
                                + " or (b.value->>'kind' = 'material' and m.interactive)) order by l.id, b.place",
                        row -> new In(row.uuid(1), new Asked(row.text(2), row.text(3), row.text(4))),
                        course,
                        lesson,
                        lesson)
                .stream()
                .collect(Collectors.groupingBy(In::lesson, Collectors.mapping(In::asked, Collectors.toList())));
    }

    private List<OfClass> classesOf(Course course) {
        return classes.ofIds(course.classIds(), course.schoolId()).stream()
                .map(each -> new OfClass(
                        each.id(),
                        each.name(),
                        memberships.learnersOf(each.id()).stream()
                                .map(person -> new Name(person.id(), person.name()))
                                .toList()))
                .toList();
    }

    private static OfSection ofSection(
            Section section, List<Need> needs, List<Opening> openings, List<OfLesson> ofSection) {
        var id = section.id();
        return new OfSection(
                id,
                section.title(),
                needs.stream()
                        .filter(one -> id.equals(one.sectionId()))
                        .map(StudyRuleViews::view)
                        .toList(),
                openings.stream()
                        .filter(one -> id.equals(one.sectionId()))
                        .map(StudyRuleViews::view)
                        .toList(),
                ofSection);
    }

    private static OfLesson ofLesson(
            Lessons.Line line,
            List<Need> needs,
            List<Opening> openings,
            Map<UUID, CompletionRule> rules,
            Map<UUID, List<Asked>> asked) {
        var id = line.id();
        return new OfLesson(
                id,
                line.title(),
                line.state(),
                !rules.containsKey(id),
                rules.getOrDefault(id, CompletionRule.USUAL).conditions(),
                asked.getOrDefault(id, List.of()),
                needs.stream()
                        .filter(one -> id.equals(one.lessonId()))
                        .map(StudyRuleViews::view)
                        .toList(),
                openings.stream()
                        .filter(one -> id.equals(one.lessonId()))
                        .map(StudyRuleViews::view)
                        .toList());
    }

    private static NeedView view(Need need) {
        return new NeedView(need.needsLessonId(), need.needsSectionId());
    }

    private static OpeningView view(Opening one) {
        return new OpeningView(one.classId(), one.learnerId(), one.opensAt(), one.until(), one.closes(), one.waived());
    }
}
