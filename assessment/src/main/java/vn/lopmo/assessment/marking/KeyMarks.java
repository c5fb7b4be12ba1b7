package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.sql.Rows;

/// What the key gave at hand-in, a whole sitting in one row: written by everybody at the bell, and for most sittings
/// all that ever is. Once a mark changes, the sitting's marks are [apart][#apart] for good. Used inside the caller's
/// transaction.
@ApplicationScoped
class KeyMarks {
    private static final String PUT = """
            insert into key_mark (sitting_id, slots, marks, max_marks, marked_at)
            values (?, ?::uuid[], ?::numeric[], ?::numeric[], ?)""";

    /// A sitting without a history gets none at hand-in: its marks say the same.
    private static final String GO_ON_TELLING = """
            insert into mark_change (sitting_id, slot, changed_at, to_mark, cause)
            select ?, slot, ?, mark, 'KEY' from unnest(?::uuid[], ?::numeric[]) as given (slot, mark)
            where exists (select 1 from mark_change where sitting_id = ?)""";

    private static final String APART = """
            with whole as (delete from key_mark where sitting_id = any(?) returning *)
            insert into slot_mark (sitting_id, slot, mark, max_mark, marked_at)
            select w.sitting_id, m.slot, m.mark, m.max_mark, w.marked_at
            from whole w cross join lateral unnest(w.slots, w.marks, w.max_marks) m (slot, mark, max_mark)""";

    private final Rows rows;

    KeyMarks(Rows rows) {
        this.rows = rows;
    }

    /// Of a sitting that never had marks.
    void put(UUID sittingId, List<SlotMark> marks, Instant now) {
        rows.change(PUT, sittingId, slots(marks), texts(marks, SlotMark::mark), texts(marks, SlotMark::maxMark), now);
    }

    /// Of a sitting that has no marks, but may have had some before it was reopened.
    void putAgain(UUID sittingId, List<SlotMark> marks, Instant now) {
        put(sittingId, marks, now);
        rows.change(GO_ON_TELLING, sittingId, now, slots(marks), texts(marks, SlotMark::mark), sittingId);
    }

    /// Gives each mark its own row, so that it may change.
    void apart(Collection<UUID> sittings) {
        rows.change(APART, (Object) sittings.toArray(UUID[]::new));
    }

    private static UUID[] slots(List<SlotMark> marks) {
        return marks.stream().map(SlotMark::slot).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<SlotMark> marks, Function<SlotMark, @Nullable BigDecimal> value) {
        @Nullable String[] texts = new @Nullable String[marks.size()];
        for (int i = 0; i < texts.length; i++) {
            var number = value.apply(marks.get(i));
            texts[i] = number == null ? null : number.toPlainString();
        }
        return texts;
    }
}
