package vn.lopmo.assessment.marking;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The marks of all sittings, one a slot, and the history of each. What nobody ever changed lies in [KeyMarks]. Used
/// inside the caller's transaction; each call is a statement or two, however many marks.
@ApplicationScoped
class SlotMarks {
    private static final String GIVEN = """
            with given as (select * from unnest(?::uuid[], ?::uuid[], ?::numeric[], ?::numeric[], ?::uuid[], ?::text[],
                    ?::text[]::jsonb[], ?::boolean[])
                as g(sitting_id, slot, mark, max_mark, marked_by, comment, rubric, unsettled)),
            """;
    private static final String PUT = """
            insert into slot_mark (sitting_id, slot, mark, max_mark, marked_by, comment, rubric, unsettled, marked_at)
            select sitting_id, slot, mark, max_mark, marked_by, comment, rubric, unsettled, ?::timestamptz from given
            on conflict (sitting_id, slot) do update
            set mark = excluded.mark, max_mark = excluded.max_mark, marked_by = excluded.marked_by,
                comment = excluded.comment, rubric = excluded.rubric, unsettled = excluded.unsettled,
                marked_at = excluded.marked_at""";
    private static final String CHANGE = GIVEN + """
            had as (select k.sitting_id, k.slot, k.mark, k.marked_at,
                    exists (select 1 from mark_change c where c.sitting_id = k.sitting_id and c.slot = k.slot) as logged
                from given join slot_mark k using (sitting_id, slot)),
            logged as (insert into mark_change
                    (sitting_id, slot, changed_at, changed_by, from_mark, to_mark, cause, reason)
                select sitting_id, slot, marked_at, null::uuid, null::numeric, mark, 'KEY', null::text
                from had where not logged
                union all
                select g.sitting_id, g.slot, ?::timestamptz, ?::uuid, h.mark, g.mark, ?, ?::text
                from given g left join had h using (sitting_id, slot)
                where h.mark is distinct from g.mark or ? = 'KEY_CHANGE')
            """ + PUT;
    private static final String DROP = """
            with had as (delete from slot_mark where sitting_id = ?::uuid
                returning sitting_id, slot, mark, marked_at),
            logged as (insert into mark_change
                    (sitting_id, slot, changed_at, changed_by, from_mark, to_mark, cause, reason)
                select sitting_id, slot, marked_at, null::uuid, null::numeric, mark, 'KEY', null::text from had h
                where not exists (select 1 from mark_change c where c.sitting_id = h.sitting_id and c.slot = h.slot)
                union all
                select sitting_id, slot, ?::timestamptz, ?::uuid, mark, null::numeric, ?, ?::text from had)
            delete from second_mark where sitting_id = ?::uuid""";
    private static final String SELECT =
            "select sitting_id, slot, mark, max_mark, marked_by, comment, rubric, unsettled"
                    + " from current_mark where sitting_id = any(?::uuid[])";

    private final AgroalDataSource database;
    private final KeyMarks keyMarks;

    SlotMarks(AgroalDataSource database, KeyMarks keyMarks) {
        this.database = database;
        this.keyMarks = keyMarks;
    }

    /// A mark that takes the place of what was there.
    record Put(UUID sittingId, SlotMark mark) {}

    /// Who changes marks, and why.
    record Why(Cause cause, @Nullable UUID by, @Nullable String reason) {}

    /// Writes the history too: nothing that was given disappears.
    void change(List<Put> puts, Why why, Instant now) {
        if (puts.isEmpty()) {
            return;
        }
        keyMarks.apart(puts.stream().map(Put::sittingId).distinct().toList());
        run(CHANGE, statement -> {
            int next = why(statement, fill(statement, puts), why, now);
            statement.setString(next++, why.cause.name());
            statement.setString(next, now.toString());
        });
    }

    /// Whether two markers differ: the mark itself stays as it is.
    void unsettled(UUID sittingId, UUID slot, boolean differs) {
        keyMarks.apart(List.of(sittingId));
        run("update slot_mark set unsettled = ? where sitting_id = ?::uuid and slot = ?::uuid", statement -> {
            statement.setBoolean(1, differs);
            statement.setString(2, sittingId.toString());
            statement.setString(3, slot.toString());
        });
    }

    /// The sitting has no marks any more.
    void drop(UUID sittingId, Why why, Instant now) {
        keyMarks.apart(List.of(sittingId));
        run(DROP, statement -> {
            statement.setString(1, sittingId.toString());
            int next = why(statement, 2, why, now);
            statement.setString(next, sittingId.toString());
        });
    }

    Map<UUID, SlotMark> of(UUID sittingId) {
        return ofAll(List.of(sittingId)).getOrDefault(sittingId, Map.of());
    }

    /// By sitting, then by slot. A sitting that is not marked yet has no entry.
    Map<UUID, Map<UUID, SlotMark>> ofAll(Collection<UUID> sittings) {
        return read(SELECT, sittings, null);
    }

    /// One slot's marks, by sitting.
    Map<UUID, SlotMark> ofSlot(Collection<UUID> sittings, UUID slot) {
        var marks = new HashMap<UUID, SlotMark>();
        read(SELECT + " and slot = ?::uuid", sittings, slot)
                .forEach((sitting, own) -> own.values().forEach(mark -> marks.put(sitting, mark)));
        return marks;
    }

    private Map<UUID, Map<UUID, SlotMark>> read(String query, Collection<UUID> sittings, @Nullable UUID slot) {
        var marks = new HashMap<UUID, Map<UUID, SlotMark>>();
        if (sittings.isEmpty()) {
            return marks;
        }
        run(query, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", sittings.toArray()));
            if (slot != null) {
                statement.setString(2, slot.toString());
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var mark = mark(rows);
                    marks.computeIfAbsent(rows.getObject(1, UUID.class), sitting -> new HashMap<>())
                            .put(mark.slot(), mark);
                }
            }
        });
        return marks;
    }

    private static SlotMark mark(ResultSet row) throws SQLException {
        return new SlotMark(
                row.getObject(2, UUID.class),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                RubricMarks.read(row.getString(7)),
                row.getBoolean(8));
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /// Updates run after the filling; a query has been run by it.
    private void run(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            if (!sql.startsWith("select")) {
                statement.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("marks cannot be read or written", failed);
        }
    }

    private static int why(PreparedStatement statement, int first, Why why, Instant now) throws SQLException {
        statement.setString(first, now.toString());
        statement.setString(first + 1, why.by == null ? null : why.by.toString());
        statement.setString(first + 2, why.cause.name());
        statement.setString(first + 3, why.reason);
        return first + 4;
    }

    private static int fill(PreparedStatement statement, List<Put> puts) throws SQLException {
        array(statement, 1, "uuid", puts, Put::sittingId);
        array(statement, 2, "uuid", puts, put -> put.mark.slot());
        array(statement, 3, "numeric", puts, put -> put.mark.mark());
        array(statement, 4, "numeric", puts, put -> put.mark.maxMark());
        array(statement, 5, "uuid", puts, put -> put.mark.markedBy());
        array(statement, 6, "text", puts, put -> put.mark.comment());
        array(statement, 7, "text", puts, put -> RubricMarks.write(put.mark.rubricMarks()));
        array(statement, 8, "bool", puts, put -> put.mark.unsettled());
        return 9;
    }

    /// Values go as text, which the driver and the server agree on.
    private static void array(
            PreparedStatement statement, int at, String type, List<Put> puts, Function<Put, @Nullable Object> value)
            throws SQLException {
        @Nullable String[] texts = new @Nullable String[puts.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(value.apply(puts.get(i)));
        }
        statement.setArray(at, statement.getConnection().createArrayOf(type, texts));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }
}
