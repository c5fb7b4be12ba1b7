package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.sql.Rows;

/// All that a learner handed in, for himself and his guardian.
@ApplicationScoped
class LearnerWork {
    private static final int SHOWN = 100;

    record Line(
            UUID taskId,
            String title,
            UUID lessonId,
            String lessonTitle,
            String courseTitle,
            String subject,
            @Nullable BigDecimal maxMark,
            @Nullable Instant dueAt,
            WorkView work) {}

    private record Head(
            UUID taskId,
            String title,
            UUID lessonId,
            String lessonTitle,
            String courseTitle,
            String subject,
            @Nullable BigDecimal maxMark) {
        Line line(@Nullable Instant dueAt, WorkView work) {
            return new Line(taskId, title, lessonId, lessonTitle, courseTitle, subject, maxMark, dueAt, work);
        }
    }

    private final TaskWorks works;
    private final WorkViews views;
    private final TaskDays days;
    private final Rows rows;

    LearnerWork(TaskWorks works, WorkViews views, TaskDays days, Rows rows) {
        this.works = works;
        this.views = views;
        this.days = days;
        this.rows = rows;
    }

    /// The latest first.
    List<Line> of(UUID learnerId) {
        var all = works.of(learnerId).stream().limit(SHOWN).toList();
        var heads = heads(all);
        var due = days.of(
                learnerId,
                all.stream()
                        .map(work -> new TaskDays.Place(work.taskId(), work.classId()))
                        .toList());
        return views.forLearner(all).stream()
                .map(view -> {
                    var work = all.stream()
                            .filter(one -> one.id().equals(view.id()))
                            .findFirst();
                    return heads.stream()
                            .filter(head ->
                                    head.taskId.equals(work.orElseThrow().taskId()))
                            .findFirst()
                            .orElseThrow()
                            .line(due.get(work.orElseThrow().taskId()), view);
                })
                .toList();
    }

    private List<Head> heads(List<TaskWork> all) {
        return all.isEmpty()
                ? List.of()
                : rows.list(
                        "select t.id, t.title, t.lesson_id, coalesce(v.title, ''), c.title, c.subject, t.max_mark"
                                + " from task t join course c on c.id = t.course_id join lesson l on l.id = t.lesson_id"
                                + " left join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
                                + " where t.id = any(?)",
                        row -> new Head(
                                row.uuid(1),
                                row.text(2),
                                row.uuid(3),
                                row.text(4),
                                row.text(5),
                                row.text(6),
                                row.decimal(7)),
                        (Object) all.stream().map(TaskWork::taskId).distinct().toArray(UUID[]::new));
    }
}
