package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.lms.learning.StudyRuleResource.Gate;
import vn.lopmo.lms.learning.StudyRuleResource.NeedView;
import vn.lopmo.lms.learning.StudyRuleResource.OpeningView;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.CoursePlan;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Keeps what teachers say of how their courses are learnt.
@ApplicationScoped
class StudyRules {
    private final Rows rows;
    private final StudyPlans plans;
    private final Lessons lessons;
    private final Sections sections;
    private final Memberships memberships;
    private final CurrentCaller callers;
    private final Clock clock;

    StudyRules(
            Rows rows,
            StudyPlans plans,
            Lessons lessons,
            Sections sections,
            Memberships memberships,
            CurrentCaller callers,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.lessons = lessons;
        this.sections = sections;
        this.memberships = memberships;
        this.callers = callers;
        this.clock = clock;
    }

    /// What finishing a lesson takes. Nothing, or the usual, is kept as nothing.
    void say(Course course, UUID lesson, CompletionRule rule) {
        if (rule.conditions().isEmpty() || rule.isUsual()) {
            rows.change("delete from lesson_rule where lesson_id = ?", lesson);
            return;
        }
        rows.change(
                "insert into lesson_rule (lesson_id, school_id, course_id, conditions, changed_at, changed_by)"
                        + " values (?, ?, ?, cast(? as jsonb), ?, ?) on conflict (lesson_id) do update set"
                        + " conditions = excluded.conditions, changed_at = excluded.changed_at,"
                        + " changed_by = excluded.changed_by",
                lesson,
                course.schoolId(),
                course.id(),
                plans.written(rule.conditions()),
                clock.instant(),
                callers.get().id());
    }

    /// What holds a lesson or a section back; replaces what was said before.
    ///
    /// @throws Refusal.Invalid   if something of it is not in the course, or ends before it begins
    /// @throws Refusal.Conflict  if a lesson would wait for itself
    void hold(Course course, @Nullable UUID lesson, @Nullable UUID section, Gate gate) {
        var sectionOf = lessons.lines(List.of(course.id())).stream()
                .collect(Collectors.toMap(Lessons.Line::id, Lessons.Line::sectionId));
        checkKnown(course, gate.needs(), sectionOf);
        checkOpenings(course, gate.openings());
        var now = clock.instant();
        clear("prerequisite", lesson, section);
        clear("opening", lesson, section);
        gate.needs().stream().distinct().forEach(need -> keep(course, lesson, section, need, now));
        gate.openings().forEach(opening -> keep(course, lesson, section, opening, now));
        if (CoursePlan.turnsInCircles(
                sectionOf, plans.said(List.of(course.id()), null).needsIn(course.id()))) {
            throw new Refusal.Conflict("prerequisite-circle");
        }
    }

    private void checkKnown(Course course, List<NeedView> needs, Map<UUID, UUID> sectionOf) {
        var known = new HashSet<UUID>(sectionOf.keySet());
        sections.of(course.id()).forEach(one -> known.add(one.id()));
        for (var need : needs) {
            boolean one = (need.lessonId() == null) != (need.sectionId() == null);
            if (!one || !known.contains(need.lessonId() == null ? need.sectionId() : need.lessonId())) {
                throw new Refusal.Invalid("prerequisite-unknown");
            }
        }
    }

    private void checkOpenings(Course course, List<OpeningView> openings) {
        var whom = new HashSet<String>();
        for (var one : openings) {
            if (!whom.add(one.classId() + "/" + one.learnerId())) {
                throw new Refusal.Invalid("opening-twice");
            }
            if (one.opensAt() != null && one.until() != null && !one.opensAt().isBefore(one.until())) {
                throw new Refusal.Invalid("opening-ends-before");
            }
            if (one.classId() != null
                    && (one.learnerId() != null || !course.classIds().contains(one.classId()))) {
                throw new Refusal.Invalid("opening-for-others");
            }
        }
        var learners = openings.stream()
                .map(OpeningView::learnerId)
                .filter(id -> id != null)
                .toList();
        if (!learners.isEmpty() && !learnersOf(course).containsAll(learners)) {
            throw new Refusal.Invalid("opening-for-others");
        }
    }

    private Set<UUID> learnersOf(Course course) {
        return course.classIds().stream()
                .flatMap(each -> memberships.learnersOf(each).stream())
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void clear(String table, @Nullable UUID lesson, @Nullable UUID section) {
        rows.change(
                "delete from " + table + " where lesson_id = cast(? as uuid) or section_id = cast(? as uuid)",
                lesson,
                section);
    }

    private void keep(Course course, @Nullable UUID lesson, @Nullable UUID section, NeedView need, Instant now) {
        rows.change(
                "insert into prerequisite (id, school_id, course_id, lesson_id, section_id, needs_lesson_id,"
                        + " needs_section_id) values (?, ?, ?, cast(? as uuid), cast(? as uuid), cast(? as uuid),"
                        + " cast(? as uuid))",
                Ids.next(now),
                course.schoolId(),
                course.id(),
                lesson,
                section,
                need.lessonId(),
                need.sectionId());
    }

    private void keep(Course course, @Nullable UUID lesson, @Nullable UUID section, OpeningView opening, Instant now) {
        rows.change(
                "insert into opening (id, school_id, course_id, lesson_id, section_id, class_id, learner_id, opens_at,"
                        + " until, closes, waived) values (?, ?, ?, cast(? as uuid), cast(? as uuid), cast(? as uuid),"
                        + " cast(? as uuid), cast(? as timestamptz), cast(? as timestamptz), ?, ?)",
                Ids.next(now),
                course.schoolId(),
                course.id(),
                lesson,
                section,
                opening.classId(),
                opening.learnerId(),
                opening.opensAt(),
                opening.until(),
                opening.closes(),
                opening.waived());
    }
}
