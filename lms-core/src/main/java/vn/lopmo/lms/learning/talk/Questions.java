package vn.lopmo.lms.learning.talk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// Questions of learners to their teachers, with all that was written on both sides.
@ApplicationScoped
class Questions {
    private static final int SHOWN = 200;
    private static final String HEAD =
            "select q.id, q.school_id, q.course_id, q.lesson_id, q.block_id, q.class_id, q.learner_id, p.name, k.name,"
                    + " coalesce(v.title, ''), c.title, q.waiting, q.asked_at, q.changed_at from lesson_question q"
                    + " join person p on p.id = q.learner_id join school_class k on k.id = q.class_id"
                    + " join course c on c.id = q.course_id join lesson l on l.id = q.lesson_id"
                    + " left join lesson_version v on v.lesson_id = l.id and v.version = l.published_version";

    record Question(
            UUID id,
            UUID schoolId,
            UUID courseId,
            UUID lessonId,
            @Nullable String blockId,
            UUID classId,
            UUID learnerId,
            String learner,
            String className,
            String lessonTitle,
            String courseTitle,
            boolean waiting,
            Instant askedAt,
            Instant changedAt) {}

    record Line(UUID questionId, String name, boolean byTeacher, String text, Instant writtenAt) {}

    private final Rows rows;

    Questions(Rows rows) {
        this.rows = rows;
    }

    /// @throws Refusal.NotFound also if it is another school's
    Question get(UUID id, UUID schoolId) {
        return rows.first(HEAD + " where q.id = ? and q.school_id = ?", Questions::question, id, schoolId)
                .orElseThrow(() -> new Refusal.NotFound("question-not-found"));
    }

    List<Question> ofLearner(UUID learnerId, @Nullable UUID lessonId) {
        return rows.list(
                HEAD + " where q.learner_id = ? and (cast(? as uuid) is null or q.lesson_id = cast(? as uuid))"
                        + " order by q.changed_at desc limit " + SHOWN,
                Questions::question,
                learnerId,
                lessonId,
                lessonId);
    }

    /// Of courses, those that wait first, the oldest of them first.
    List<Question> ofCourses(Collection<UUID> courseIds) {
        return rows.list(
                HEAD + " where q.course_id = any(?) order by q.waiting desc,"
                        + " case when q.waiting then q.changed_at end, q.changed_at desc limit " + SHOWN,
                Questions::question,
                (Object) courseIds.toArray(UUID[]::new));
    }

    private static Question question(Row row) throws SQLException {
        return new Question(
                row.uuid(1),
                row.uuid(2),
                row.uuid(3),
                row.uuid(4),
                row.textOrNull(5),
                row.uuid(6),
                row.uuid(7),
                row.text(8),
                row.text(9),
                row.text(10),
                row.text(11),
                row.is(12),
                row.time(13),
                row.time(14));
    }

    /// By question, in the order of writing.
    Map<UUID, List<Line>> lines(Collection<UUID> questionIds) {
        return rows
                .list(
                        "select l.question_id, coalesce(p.name, ''), l.by_teacher, l.text, l.written_at from question_line l"
                                + " left join person p on p.id = l.person_id where l.question_id = any(?)"
                                + " order by l.written_at, l.id",
                        row -> new Line(row.uuid(1), row.text(2), row.is(3), row.text(4), row.time(5)),
                        (Object) questionIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Line::questionId));
    }

    record Asking(
            UUID key,
            UUID schoolId,
            UUID courseId,
            UUID lessonId,
            @Nullable String blockId,
            UUID classId,
            UUID learnerId) {}

    /// Whether it came before.
    boolean isAsked(UUID learnerId, UUID lessonId, UUID key) {
        return rows.first(
                        "select 1 from lesson_question where learner_id = ? and lesson_id = ? and sent_as = ?",
                        row -> row.number(1),
                        learnerId,
                        lessonId,
                        key)
                .isPresent();
    }

    /// Once, however often it is sent.
    ///
    /// @return whether it is new
    boolean ask(UUID id, Asking asking, Instant now) {
        return rows.change(
                        "insert into lesson_question (id, school_id, course_id, lesson_id, block_id, class_id, learner_id,"
                                + " sent_as, asked_at, waiting, changed_at) values (?, ?, ?, ?, cast(? as text), ?, ?, ?, ?,"
                                + " true, ?) on conflict (learner_id, sent_as) do nothing",
                        id,
                        asking.schoolId,
                        asking.courseId,
                        asking.lessonId,
                        asking.blockId,
                        asking.classId,
                        asking.learnerId,
                        asking.key,
                        now,
                        now)
                == 1;
    }

    /// @return whether it is new
    boolean write(Question question, UUID key, UUID by, boolean teacher, String text, Instant now) {
        boolean fresh = rows.change(
                        "insert into question_line (id, school_id, question_id, person_id, sent_as, by_teacher, text,"
                                + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (question_id, sent_as) do nothing",
                        Ids.next(now),
                        question.schoolId,
                        question.id,
                        by,
                        key,
                        teacher,
                        text,
                        now)
                == 1;
        if (fresh) {
            rows.change(
                    "update lesson_question set waiting = ?, changed_at = ? where id = ?", !teacher, now, question.id);
        }
        return fresh;
    }
}
