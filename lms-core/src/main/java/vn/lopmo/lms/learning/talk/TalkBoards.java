package vn.lopmo.lms.learning.talk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.LessonPublished;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// The discussion blocks that lessons show, kept in step in the transaction that publishes.
@ApplicationScoped
class TalkBoards {
    record Board(UUID id, UUID schoolId, UUID courseId, String title, boolean open) {}

    private final Rows rows;

    TalkBoards(Rows rows) {
        this.rows = rows;
    }

    void keepInStep(@Observes LessonPublished lesson) {
        var shown = lesson.blocks().stream()
                .filter(Block.Discussion.class::isInstance)
                .map(Block.Discussion.class::cast)
                .toList();
        rows.change("update talk_board set open = false where lesson_id = ?", lesson.lessonId());
        for (var block : shown) {
            var title = block.title() == null ? "" : block.title();
            rows.change(
                    "insert into talk_board (id, school_id, course_id, lesson_id, block_id, title, open) values"
                            + " (?, ?, ?, ?, ?, ?, true) on conflict (lesson_id, block_id) do update"
                            + " set title = excluded.title, open = true",
                    Ids.next(lesson.at()),
                    lesson.schoolId(),
                    lesson.courseId(),
                    lesson.lessonId(),
                    block.id(),
                    title);
        }
    }

    /// @throws Refusal.NotFound also if it is another school's
    Board get(UUID lessonId, String blockId, UUID schoolId) {
        return rows.first(
                        "select id, school_id, course_id, title, open from talk_board where lesson_id = ?"
                                + " and block_id = ? and school_id = ?",
                        row -> new Board(row.uuid(1), row.uuid(2), row.uuid(3), row.text(4), row.is(5)),
                        lessonId,
                        blockId,
                        schoolId)
                .orElseThrow(() -> new Refusal.NotFound("talk-not-found"));
    }
}
