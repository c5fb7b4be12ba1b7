package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.CoursePlan;
import vn.lopmo.lms.learning.rule.PlannedLesson;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// How a learner stands in his courses. Two plain statements for all of them, since every learner's first page asks for
/// it; some more, still of a fixed number, where a rule asks for scores or tasks.
@ApplicationScoped
class Studies {
    /// @param ofClass the class through which the learner learns it
    record StudiedCourse(
            UUID id, String title, String subject, int grade, CourseShelf.ClassName ofClass, List<Standing> lessons) {
        Optional<Standing> lesson(UUID id) {
            return lessons.stream().filter(one -> one.lesson().id().equals(id)).findFirst();
        }
    }

    private record Line(
            StudiedCourse course,
            @Nullable PlannedLesson lesson,
            @Nullable Work work) {}

    /// A version that was counted when it was read need not be compared again.
    static final String SEEN =
            "case when p.id is null then 0 when p.counted_version = v.version then p.counted_seen else cardinality("
                    + "array(select unnest(p.seen) intersect select unnest(v.block_ids))) end";

    private static final String COLUMNS =
            "select co.id, co.title, co.subject, co.grade, k.id, k.name, v.id, v.section_id, v.version, v.title,"
                    + " v.minutes, cardinality(v.block_ids), cast(r.conditions as text), " + SEEN
                    + ", coalesce(p.seconds, 0), p.seen_at";

    /// Read course by course, whatever the planner takes the tables to hold: in a young school, of which it knows
    // little,
    /// it would read every class with every lesson to find those of one learner (`offset 0` keeps it from that).
    private static final String LESSONS = " left join lateral (select l.id, l.section_id, l.position, l.created_at,"
            + " s.position as section_position, v.version, v.title, v.minutes, v.block_ids from lesson l"
            + " join section s on s.id = l.section_id"
            + " join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
            + " where l.course_id = co.id offset 0) v on true"
            + " left join lesson_rule r on r.lesson_id = v.id";

    private static final String IN_ORDER =
            " order by co.grade, co.title, co.id, v.section_position, v.position, v.created_at";

    private static final String LINES =
            COLUMNS + " from (select person_id, class_id from membership where person_id = ?"
                    + " and school_id = ? and role = 'STUDENT' and ended_at is null offset 0) m"
                    + " join school_class k on k.id = m.class_id"
                    + " join course_class cc on cc.class_id = m.class_id join course co on co.id = cc.course_id"
                    + LESSONS
                    + " left join lesson_progress p on p.learner_id = m.person_id and p.lesson_id = v.id"
                    + " where cast(? as uuid) is null or co.id = cast(? as uuid)" + IN_ORDER;

    /// The same before anybody has done anything.
    private static final String FRESH = COLUMNS + " from course co"
            + " join (select id, name from school_class union all select cast(? as uuid), '') k on k.id = ?"
            + LESSONS
            + " left join lesson_progress p on false where co.id = ?" + IN_ORDER;

    /// Neither a learner nor a class has this id.
    static final UUID NOBODY = new UUID(0, 0);

    private final Rows rows;
    private final StudyPlans plans;
    private final BlockResults results;
    private final Clock clock;

    Studies(Rows rows, StudyPlans plans, BlockResults results, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.results = results;
        this.clock = clock;
    }

    /// All courses that somebody learns.
    List<StudiedCourse> of(UUID learner, UUID school) {
        return read(learner, school, null);
    }

    /// Empty if he does not learn it.
    Optional<StudiedCourse> of(UUID learner, UUID school, UUID course) {
        return read(learner, school, course).stream().findFirst();
    }

    private List<StudiedCourse> read(UUID learner, UUID school, @Nullable UUID course) {
        return studied(rows.list(LINES, this::line, learner, school, course, course), learner);
    }

    /// How a course lies before somebody of a class who has done nothing in it yet.
    ///
    /// @param ofClass null for somebody of no class, for whom only what is said to everybody holds
    StudiedCourse fresh(UUID course, @Nullable UUID ofClass) {
        var lines = rows.list(FRESH, this::line, NOBODY, ofClass == null ? NOBODY : ofClass, course);
        return studied(lines, NOBODY).getFirst();
    }

    private List<StudiedCourse> studied(List<Line> all, UUID learner) {
        var byCourse = new LinkedHashMap<UUID, List<Line>>();
        all.forEach(line -> byCourse.computeIfAbsent(line.course.id(), none -> new ArrayList<>())
                .add(line));
        var asking = byCourse.values().stream()
                .flatMap(List::stream)
                .map(Line::lesson)
                .filter(lesson -> lesson != null && lesson.rule().asksForBlocks())
                .map(PlannedLesson::id)
                .toList();
        var found = results.of(List.of(learner), asking);
        var said = plans.said(byCourse.keySet(), learner);
        var now = clock.instant();
        return byCourse.values().stream()
                .map(lines -> studied(lines, learner, found, said, now))
                .toList();
    }

    private StudiedCourse studied(
            List<Line> lines, UUID learner, BlockResults.Found found, StudyPlans.Said said, Instant now) {
        var course = lines.getFirst().course;
        var lessons = new ArrayList<PlannedLesson>();
        var work = new HashMap<UUID, Work>();
        for (var line : lines) {
            if (line.lesson != null && line.work != null) {
                lessons.add(withinItsBlocks(line.lesson, found));
                work.put(line.lesson.id(), found.into(line.work, learner, line.lesson.id()));
            }
        }
        var plan = new CoursePlan(lessons, said.needsIn(course.id()), said.openingsIn(course.id()));
        return new StudiedCourse(
                course.id(),
                course.title(),
                course.subject(),
                course.grade(),
                course.ofClass(),
                plan.standings(learner, course.ofClass().id(), Map.copyOf(work), now));
    }

    static PlannedLesson withinItsBlocks(PlannedLesson lesson, BlockResults.Found found) {
        return lesson.rule().asksForBlocks()
                ? new PlannedLesson(
                        lesson.id(),
                        lesson.courseId(),
                        lesson.sectionId(),
                        lesson.version(),
                        lesson.title(),
                        lesson.minutes(),
                        lesson.parts(),
                        lesson.rule().within(found.blocksOf(lesson.id())))
                : lesson;
    }

    private Line line(Row row) throws SQLException {
        var course = new StudiedCourse(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.number(4),
                new CourseShelf.ClassName(row.uuid(5), row.text(6)),
                List.of());
        var lesson = row.uuidOrNull(7);
        return lesson == null
                ? new Line(course, null, null)
                : new Line(
                        course,
                        planned(row, lesson, course.id(), plans.rule(row.textOrNull(13))),
                        new Work(row.number(12), row.number(14), row.number(15), row.timeOrNull(16)));
    }

    private static PlannedLesson planned(Row row, UUID lesson, UUID course, CompletionRule rule) throws SQLException {
        return new PlannedLesson(
                lesson, course, row.uuid(8), row.number(9), row.text(10), row.number(11), row.number(12), rule);
    }
}
