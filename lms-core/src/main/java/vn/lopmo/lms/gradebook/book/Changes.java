package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The history of mark books: insert-only.
@ApplicationScoped
public class Changes {
    private static final String COLUMNS =
            "select learner_id, slot, was, value, was_fed_by, version, cause, changed_at, changed_by from mark_change";
    private static final int SHOWN = 500;

    private final Rows rows;

    Changes(Rows rows) {
        this.rows = rows;
    }

    void add(Place place, UUID batch, List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        rows.change(
                """
                insert into mark_change (id, batch_id, school_id, class_id, school_year_id, subject, term,
                                         learner_id, slot, was, value, was_fed_by, version, cause, changed_at, changed_by)
                select c.id, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::text, ?::integer,
                       c.learner, c.slot, c.was, c.value, nullif(c.fed, '')::uuid, c.version::integer, ?::text,
                       ?::timestamptz, ?::uuid
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as c(id, learner, slot, was, value, fed, version)
                """,
                batch,
                place.schoolId(),
                place.classId(),
                place.yearId(),
                place.subject(),
                place.term(),
                changes.getFirst().cause().name(),
                now,
                changes.getFirst().by(),
                Stream.generate(() -> Ids.next(now)).limit(changes.size()).toArray(UUID[]::new),
                Cells.ids(changes.stream().map(Change::learnerId).toList()),
                Cells.texts(changes, change -> change.slot().name()),
                Cells.texts(changes, Change::was),
                Cells.texts(changes, Change::value),
                Cells.texts(
                        changes,
                        change -> change.wasFedBy() == null
                                ? ""
                                : change.wasFedBy().toString()),
                Cells.texts(changes, change -> Integer.toString(change.version())));
    }

    /// What one person did in one go in this book.
    List<Change> ofBatch(Place place, UUID batch, UUID by) {
        return rows.list(
                COLUMNS + " where batch_id = ? and class_id = ? and subject = ? and term = ? and changed_by = ?",
                Changes::change,
                batch,
                place.classId(),
                place.subject(),
                place.term(),
                by);
    }

    /// Of one cell, in whichever class it was, the newest first.
    List<Change> ofCell(Place place, UUID learnerId, Slot slot) {
        return rows.list(
                COLUMNS + " where learner_id = ? and school_year_id = ? and subject = ? and term = ? and slot = ?"
                        + " order by version desc limit " + SHOWN,
                Changes::change,
                learnerId,
                place.yearId(),
                place.subject(),
                place.term(),
                slot.name());
    }

    /// Of a whole book since a moment, the oldest first.
    public List<Change> since(Place place, Instant since) {
        return rows.list(
                COLUMNS + " where class_id = ? and subject = ? and term = ? and changed_at > ?"
                        + " order by changed_at, version",
                Changes::change,
                place.classId(),
                place.subject(),
                place.term(),
                since);
    }

    /// Of a whole book, the newest first.
    List<Change> latest(Place place) {
        return rows.list(
                COLUMNS + " where class_id = ? and subject = ? and term = ? order by changed_at desc limit " + SHOWN,
                Changes::change,
                place.classId(),
                place.subject(),
                place.term());
    }

    private static Change change(Row row) throws SQLException {
        return new Change(
                row.uuid(1),
                Slot.valueOf(row.text(2)),
                row.text(3),
                row.text(4),
                row.uuidOrNull(5),
                row.number(6),
                Change.Cause.valueOf(row.text(7)),
                row.time(8),
                row.uuid(9));
    }
}
