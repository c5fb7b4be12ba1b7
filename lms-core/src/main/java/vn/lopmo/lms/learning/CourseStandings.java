package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.learning.rule.CoursePlan;
import vn.lopmo.lms.learning.rule.PlannedLesson;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// How all learners of a course stand in it: a fixed number of statements, however many they are.
@ApplicationScoped
class CourseStandings {
    private record Done(UUID learner, UUID lesson, Work work) {}

    private final Rows rows;
    private final StudyPlans plans;
    private final BlockResults results;
    private final Clock clock;

    CourseStandings(Rows rows, StudyPlans plans, BlockResults results, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.results = results;
        this.clock = clock;
    }

    /// What was read of one course at one moment.
    static final class Read {
        final Instant now;
        final List<PlannedLesson> lessons;
        private final CoursePlan plan;
        private final Map<UUID, Map<UUID, Work>> work;

        private Read(CoursePlan plan, Map<UUID, Map<UUID, Work>> work, Instant now) {
            this.plan = plan;
            this.work = work;
            this.now = now;
            this.lessons = plan.lessons();
        }

        List<Standing> of(UUID learner, UUID ofClass) {
            return plan.standings(learner, ofClass, work.getOrDefault(learner, Map.of()), now);
        }
    }

    Read of(Course course, Collection<UUID> learners) {
        var planned = rows.list(
                "select l.id, l.course_id, l.section_id, v.version, v.title, v.minutes, cardinality(v.block_ids),"
                        + " cast(r.conditions as text) from lesson l join section s on s.id = l.section_id"
                        + " join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
                        + " left join lesson_rule r on r.lesson_id = l.id where l.course_id = ?"
                        + " order by s.position, l.position, l.created_at",
                this::planned,
                course.id());
        var asking = planned.stream()
                .filter(lesson -> lesson.rule().asksForBlocks())
                .map(PlannedLesson::id)
                .toList();
        var found = results.of(learners, asking);
        var said = plans.said(List.of(course.id()), null);
        var plan = new CoursePlan(
                planned.stream()
                        .map(lesson -> Studies.withinItsBlocks(lesson, found))
                        .toList(),
                said.needsIn(course.id()),
                said.openingsIn(course.id()));
        return new Read(plan, work(course, plan, found, learners), clock.instant());
    }

    /// Of a lesson with a rule everybody's, for a score may be there before the lesson was opened.
    private Map<UUID, Map<UUID, Work>> work(
            Course course, CoursePlan plan, BlockResults.Found found, Collection<UUID> learners) {
        var work = new HashMap<UUID, Map<UUID, Work>>();
        for (var lesson : plan.lessons()) {
            if (lesson.rule().asksForBlocks()) {
                learners.forEach(learner -> work.computeIfAbsent(learner, none -> new HashMap<>())
                        .put(lesson.id(), found.into(Work.none(lesson.parts()), learner, lesson.id())));
            }
        }
        for (var one : rows.list(
                "select p.learner_id, p.lesson_id, cardinality(v.block_ids), " + Studies.SEEN + ", p.seconds, p.seen_at"
                        + " from lesson_progress p join lesson l on l.id = p.lesson_id"
                        + " join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
                        + " where p.course_id = ?",
                CourseStandings::done,
                course.id())) {
            work.computeIfAbsent(one.learner, none -> new HashMap<>())
                    .put(one.lesson, found.into(one.work, one.learner, one.lesson));
        }
        return work;
    }

    private static Done done(Row row) throws SQLException {
        return new Done(
                row.uuid(1), row.uuid(2), new Work(row.number(3), row.number(4), row.number(5), row.timeOrNull(6)));
    }

    private PlannedLesson planned(Row row) throws SQLException {
        return new PlannedLesson(
                row.uuid(1),
                row.uuid(2),
                row.uuid(3),
                row.number(4),
                row.text(5),
                row.number(6),
                row.number(7),
                plans.rule(row.textOrNull(8)));
    }
}
