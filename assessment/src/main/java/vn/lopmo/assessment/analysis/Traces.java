package vn.lopmo.assessment.analysis;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.ItemJson;

/// What sittings have left in the database, a whole class in one query each. Used inside the caller's transaction.
@ApplicationScoped
class Traces {
    private static final String MARKS = "select sitting_id, slot, mark from current_mark where sitting_id = any(?)";
    private static final String ANSWERS = """
            select distinct on (sitting_id, slot) sitting_id, slot, cast(answer as text)
            from answer_step where sitting_id = any(?) order by sitting_id, slot, seq desc""";
    /// The time between a step and the one before is taken as spent on the step's slot. Both times are the learner's
    /// device's; only the first has nothing but the server's start before it, and a device whose clock is off is
    /// then judged by when its step arrived. Longer than a quarter of an hour is taken as being away.
    private static final String SECONDS = """
            select sitting_id, slot, sum(least(greatest(extract(epoch from spent), 0), 900)) from (
                select p.sitting_id, p.slot,
                    case when lag(p.typed_at) over own is not null then p.typed_at - lag(p.typed_at) over own
                        when p.typed_at between s.started_at and p.received_at then p.typed_at - s.started_at
                        else p.received_at - s.started_at end as spent
                from answer_step p join sitting s on s.id = p.sitting_id where p.sitting_id = any(?)
                window own as (partition by p.sitting_id order by p.seq)) steps
            group by sitting_id, slot""";

    private final AgroalDataSource database;

    Traces(AgroalDataSource database) {
        this.database = database;
    }

    /// A slot of a sitting.
    record Place(UUID sitting, UUID slot) {}

    private interface Reading<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    /// Pending marks are left out.
    Map<Place, BigDecimal> marks(Collection<UUID> sittings) {
        return read(MARKS, sittings, row -> row.getBigDecimal(3));
    }

    /// The answers that count; blanks are left out.
    Map<Place, Answer> answers(Collection<UUID> sittings) {
        return read(ANSWERS, sittings, row -> answer(row.getString(3)));
    }

    Map<Place, Double> seconds(Collection<UUID> sittings) {
        return read(SECONDS, sittings, row -> row.getDouble(3));
    }

    private static @Nullable Answer answer(@Nullable String json) {
        try {
            return json == null ? null : ItemJson.read(json, Answer.class);
        } catch (UncheckedIOException noAnswer) {
            return null;
        }
    }

    private <T> Map<Place, T> read(String query, Collection<UUID> sittings, Reading<T> reading) {
        var found = new HashMap<Place, T>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", sittings.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var value = reading.read(rows);
                    if (value != null) {
                        found.put(new Place(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)), value);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("what was answered cannot be read", failed);
        }
        return found;
    }
}
