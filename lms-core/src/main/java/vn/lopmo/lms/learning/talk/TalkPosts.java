package vn.lopmo.lms.learning.talk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What was said on a board by a class.
@ApplicationScoped
class TalkPosts {
    private static final int SHOWN = 500;
    private static final String COLUMNS =
            "p.id, p.board_id, p.class_id, p.parent_id, p.person_id, coalesce(n.name, ''), p.by_teacher, p.html,"
                    + " p.written_at, p.edited_at, p.deleted_at, p.hidden_at, p.hidden_reason";

    /// @param author null if he was erased
    record Post(
            UUID id,
            UUID boardId,
            UUID classId,
            @Nullable UUID parentId,
            @Nullable UUID author,
            String name,
            boolean byTeacher,
            String html,
            Instant writtenAt,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            @Nullable Instant hiddenAt,
            @Nullable String hiddenReason) {
        boolean isHidden() {
            return hiddenAt != null;
        }

        boolean isDeleted() {
            return deletedAt != null;
        }
    }

    /// A post and where it belongs.
    record Placed(Post post, UUID courseId, UUID schoolId) {}

    private final Rows rows;

    TalkPosts(Rows rows) {
        this.rows = rows;
    }

    /// In the order of writing: the latest so many.
    List<Post> of(UUID boardId, UUID classId) {
        return rows.list(
                        "select " + COLUMNS + " from talk_post p left join person n on n.id = p.person_id"
                                + " where p.board_id = ? and p.class_id = ? order by p.written_at desc, p.id desc limit "
                                + SHOWN,
                        TalkPosts::post,
                        boardId,
                        classId)
                .reversed();
    }

    /// @throws Refusal.NotFound also if it is another school's, or was taken back
    Placed get(UUID id, UUID schoolId) {
        return rows.first(
                        "select " + COLUMNS + ", b.course_id, b.school_id from talk_post p"
                                + " join talk_board b on b.id = p.board_id left join person n on n.id = p.person_id"
                                + " where p.id = ? and p.school_id = ? and p.deleted_at is null",
                        row -> new Placed(post(row), row.uuid(14), row.uuid(15)),
                        id,
                        schoolId)
                .orElseThrow(() -> new Refusal.NotFound("talk-not-found"));
    }

    private static Post post(Row row) throws SQLException {
        return new Post(
                row.uuid(1),
                row.uuid(2),
                row.uuid(3),
                row.uuidOrNull(4),
                row.uuidOrNull(5),
                row.text(6),
                row.is(7),
                row.text(8),
                row.time(9),
                row.timeOrNull(10),
                row.timeOrNull(11),
                row.timeOrNull(12),
                row.textOrNull(13));
    }

    record Saying(UUID key, UUID classId, @Nullable UUID parentId, UUID author, boolean byTeacher, String html) {}

    /// The class in which somebody said it on the board, if it came before.
    Optional<UUID> saidIn(UUID boardId, UUID author, UUID key) {
        return rows.first(
                "select class_id from talk_post where board_id = ? and person_id = ? and sent_as = ?",
                row -> row.uuid(1),
                boardId,
                author,
                key);
    }

    /// Once, however often it is sent.
    void say(TalkBoards.Board board, Saying saying, Instant now) {
        rows.change(
                "insert into talk_post (id, school_id, board_id, class_id, parent_id, person_id, sent_as, by_teacher, html,"
                        + " written_at) values (?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?)"
                        + " on conflict (person_id, sent_as) do nothing",
                Ids.next(now),
                board.schoolId(),
                board.id(),
                saying.classId,
                saying.parentId,
                saying.author,
                saying.key,
                saying.byTeacher,
                saying.html,
                now);
    }

    void change(UUID id, String html, Instant now) {
        rows.change("update talk_post set html = ?, edited_at = ? where id = ?", html, now, id);
    }

    /// What was answered leaves its place empty.
    void takeBack(UUID id, Instant now) {
        int gone = rows.change(
                "delete from talk_post p where p.id = ? and not exists (select 1 from talk_post a where a.parent_id = p.id)",
                id);
        if (gone == 0) {
            rows.change("update talk_post set html = '', deleted_at = ? where id = ?", now, id);
        }
    }

    void hide(UUID id, UUID by, String reason, Instant now) {
        rows.change(
                "update talk_post set hidden_at = ?, hidden_by = ?, hidden_reason = ? where id = ?",
                now,
                by,
                reason,
                id);
    }

    void show(UUID id) {
        rows.change("update talk_post set hidden_at = null, hidden_by = null, hidden_reason = null where id = ?", id);
    }
}
