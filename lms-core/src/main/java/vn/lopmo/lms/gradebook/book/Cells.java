package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The cells of mark books. Without entities, since a class sheet reads ten thousand of them and a pasted column
/// writes fifty.
@ApplicationScoped
public class Cells {
    private static final String COLUMNS =
            "select learner_id, subject, term, slot, value, version, feed_source from mark_cell";

    private final Rows rows;

    Cells(Rows rows) {
        this.rows = rows;
    }

    /// All of some learners in a year.
    public List<Cell> ofYear(UUID yearId, Collection<UUID> learnerIds) {
        return rows.list(
                COLUMNS + " where learner_id = any(?) and school_year_id = ?", Cells::cell, ids(learnerIds), yearId);
    }

    /// Those of one subject, both terms and the summer.
    public List<Cell> ofSubject(UUID yearId, String subject, Collection<UUID> learnerIds) {
        return rows.list(
                COLUMNS + " where learner_id = any(?) and school_year_id = ? and subject = ?",
                Cells::cell,
                ids(learnerIds),
                yearId,
                subject);
    }

    Map<Cell.Key, Cell> ofBook(Place place, Collection<UUID> learnerIds) {
        return ofSubject(place.yearId(), place.subject(), learnerIds).stream()
                .filter(cell -> cell.term() == place.term())
                .collect(Collectors.toMap(Cell::key, Function.identity()));
    }

    private static Cell cell(Row row) throws SQLException {
        return new Cell(
                row.uuid(1),
                row.text(2),
                row.number(3),
                Slot.valueOf(row.text(4)),
                row.text(5),
                row.number(6),
                row.uuidOrNull(7));
    }

    /// Writes those whose version is still the newest.
    ///
    /// @return the new versions of those that were written
    Map<Cell.Key, Integer> write(Place place, List<Cell.Wish> wishes, UUID by, Instant now) {
        record Written(Cell.Key key, int version) {}
        return rows
                .list(
                        """
                        insert into mark_cell (learner_id, school_year_id, subject, term, slot, school_id, class_id,
                                               value, version, feed_source, changed_at, changed_by)
                        select w.learner, ?::uuid, ?::text, ?::integer, w.slot, ?::uuid, ?::uuid,
                               w.value, w.version::integer + 1, nullif(w.fed, '')::uuid, ?::timestamptz, ?::uuid
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                             as w(learner, slot, value, version, fed)
                        on conflict (learner_id, school_year_id, subject, term, slot) do update
                            set value = excluded.value, version = excluded.version, class_id = excluded.class_id,
                                feed_source = excluded.feed_source, changed_at = excluded.changed_at,
                                changed_by = excluded.changed_by
                            where mark_cell.version = excluded.version - 1
                        returning learner_id, slot, version
                        """,
                        row -> new Written(new Cell.Key(row.uuid(1), Slot.valueOf(row.text(2))), row.number(3)),
                        place.yearId(),
                        place.subject(),
                        place.term(),
                        place.schoolId(),
                        place.classId(),
                        now,
                        by,
                        ids(wishes.stream().map(Cell.Wish::learnerId).toList()),
                        texts(wishes, wish -> wish.slot().name()),
                        texts(wishes, Cell.Wish::value),
                        texts(wishes, wish -> Integer.toString(wish.version())),
                        texts(
                                wishes,
                                wish -> wish.fedBy() == null ? "" : wish.fedBy().toString()))
                .stream()
                .collect(Collectors.toMap(Written::key, Written::version));
    }

    static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
