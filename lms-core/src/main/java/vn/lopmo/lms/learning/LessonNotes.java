package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// What learners write for themselves at lessons. A device that was away loses nothing: what it brings is put
/// below what came meanwhile.
@ApplicationScoped
class LessonNotes {
    static final int LONGEST = 20_000;

    /// @param revision grows by one with each change; 0 when nothing was ever written
    record Note(String text, int revision) {
        static final Note EMPTY = new Note("", 0);
    }

    private final Rows rows;
    private final Clock clock;

    LessonNotes(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Note of(UUID learner, UUID lesson) {
        return find(learner, lesson, "").orElse(Note.EMPTY);
    }

    /// @param published whether the lesson is there to be read
    record Line(
            UUID lessonId,
            UUID courseId,
            String lessonTitle,
            String courseTitle,
            String subject,
            boolean published,
            Note note,
            Instant changedAt) {}

    /// All of a learner's that say something, the newest first. A lesson that is not shown any more has the title that
    /// it was shown under.
    List<Line> of(UUID learner) {
        return rows.list(
                """
                select l.id, c.id, coalesce((select v.title from lesson_version v where v.lesson_id = l.id
                                             order by v.version desc limit 1), ''),
                       c.title, c.subject, l.published_version is not null, n.text, n.revision, n.changed_at
                from lesson_note n join lesson l on l.id = n.lesson_id join course c on c.id = l.course_id
                where n.learner_id = ? and n.text <> '' order by n.changed_at desc""",
                row -> new Line(
                        row.uuid(1),
                        row.uuid(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.is(6),
                        new Note(row.text(7), row.number(8)),
                        row.time(9)),
                learner);
    }

    /// @param known the revision that the device had: one that saw it emptied may go on
    /// @throws Refusal.NotFound if he wrote nothing there, or it was thrown away
    void mustBeThere(UUID learner, UUID lesson, int known) {
        if (find(learner, lesson, "")
                .filter(note -> !note.text.isEmpty() || note.revision == known)
                .isEmpty()) {
            throw new Refusal.NotFound("note-not-found");
        }
    }

    /// Only the revision stays, so that a device which still holds the old text is known to be behind whatever is
    /// written here next.
    ///
    /// @throws Refusal.Conflict if it was written on since
    void remove(UUID learner, UUID lesson, int known) {
        int gone = rows.change(
                "update lesson_note set text = '', revision = revision + 1, changed_at = ?"
                        + " where learner_id = ? and lesson_id = ? and revision = ?",
                clock.instant(),
                learner,
                lesson,
                known);
        if (gone == 0) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
    }

    /// @param known the revision that the device had when it was typed
    /// @throws Refusal.Conflict if both together are too long to be kept
    Note write(UUID learner, Lesson lesson, String text, int known) {
        rows.change(
                "insert into lesson_note (learner_id, lesson_id, school_id, text, revision, changed_at)"
                        + " values (?, ?, ?, '', 0, ?) on conflict do nothing",
                learner,
                lesson.id(),
                lesson.schoolId(),
                clock.instant());
        var before = find(learner, lesson.id(), " for update").orElse(Note.EMPTY);
        var after = known == before.revision ? text : together(before.text, text);
        if (after.length() > LONGEST) {
            throw new Refusal.Conflict("note-too-long");
        }
        if (after.equals(before.text)) {
            return before;
        }
        rows.change(
                "update lesson_note set text = ?, revision = revision + 1, changed_at = ?"
                        + " where learner_id = ? and lesson_id = ?",
                after,
                clock.instant(),
                learner,
                lesson.id());
        return new Note(after, before.revision + 1);
    }

    /// What one holds of the other is not said twice.
    static String together(String here, String brought) {
        if (here.contains(brought)) {
            return here;
        }
        return brought.contains(here) ? brought : here.stripTrailing() + "\n\n" + brought;
    }

    private Optional<Note> find(UUID learner, UUID lesson, String how) {
        return rows.first(
                "select text, revision from lesson_note where learner_id = ? and lesson_id = ?" + how,
                row -> new Note(row.text(1), row.number(2)),
                learner,
                lesson);
    }
}
