package vn.lopmo.assessment.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.room.RoomRow.State;

/// The room as it is now.
///
/// @param pausedAt since when all clocks stand
/// @param addresses where it may be opened; none means anywhere
record RoomView(
        UUID assignmentId,
        String title,
        List<String> classNames,
        Instant serverNow,
        Instant opensAt,
        Instant closesAt,
        int minutes,
        @Nullable Instant pausedAt,
        Conditions.Mode mode,
        boolean oneDevice,
        List<String> addresses,
        @Nullable String passcode,
        List<UUID> invigilators,
        @Nullable Message message,
        Counts counts,
        List<RoomRow> rows) {
    record Message(String text, Instant at) {
        static @Nullable Message of(Assignment assignment) {
            var text = assignment.roomMessage();
            var at = assignment.roomMessageAt();
            return text == null || at == null ? null : new Message(text, at);
        }
    }

    /// @param away who is taking it and was not heard for half a minute
    /// @param moved who was given another device
    record Counts(int expected, int taking, int paused, int away, int handedIn, int notStarted, int missed, int moved) {
        static Counts of(List<RoomRow> rows, int moved) {
            return new Counts(
                    rows.size(),
                    count(rows, row -> row.state() == State.TAKING),
                    count(rows, row -> row.state() == State.PAUSED),
                    count(rows, row -> row.isOpen() && !row.online()),
                    count(rows, row -> row.state() == State.HANDED_IN),
                    count(rows, row -> row.state() == State.NOT_STARTED),
                    count(rows, row -> row.state() == State.MISSED),
                    moved);
        }

        private static int count(List<RoomRow> rows, Predicate<RoomRow> which) {
            return (int) rows.stream().filter(which).count();
        }
    }

    /// Changes whenever something but the time has.
    String tag() {
        return Integer.toHexString(at(opensAt).toString().hashCode()) + Long.toHexString(weighed());
    }

    private RoomView at(Instant now) {
        return new RoomView(
                assignmentId,
                title,
                classNames,
                now,
                opensAt,
                closesAt,
                minutes,
                pausedAt,
                mode,
                oneDevice,
                addresses,
                passcode,
                invigilators,
                message,
                counts,
                rows);
    }

    /// A second hash beside Java's, which alone is short.
    private long weighed() {
        long sum = 0;
        for (var row : rows) {
            sum = sum * 1_000_003 + row.hashCode();
        }
        return sum * 1_000_003 + counts.hashCode();
    }
}
