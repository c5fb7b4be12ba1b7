package vn.lopmo.assessment.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.sitting.Sign;
import vn.lopmo.assessment.sitting.Sitting;

/// One learner in the room, as the invigilator sees him.
///
/// @param extraMinutes what he has more than the window gives: his needs, and what the room gave
/// @param online whether his device was heard within the last half minute
/// @param pending answers that stand on his device and are not saved
/// @param saved the last number that is saved
/// @param slotNumber where he is, by the numbers of the paper as it was written
/// @param held steps that wait for the teacher's decision
record RoomRow(
        UUID learnerId,
        @Nullable UUID sittingId,
        int attempt,
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant closesAt,
        @Nullable Instant pausedAt,
        @Nullable Instant handedInAt,
        Sitting.@Nullable By handedInBy,
        int extraMinutes,
        @Nullable Instant seenAt,
        boolean online,
        int pending,
        int saved,
        int answered,
        @Nullable Integer slotNumber,
        @Nullable String address,
        @Nullable String device,
        Signs signs,
        @Nullable LastSign lastSign,
        int held) {
    enum State {
        NOT_STARTED,
        TAKING,
        PAUSED,
        HANDED_IN,
        MISSED
    }

    /// Things to look at, never a verdict.
    ///
    /// @param left how often the page was left
    /// @param awaySeconds how long in sum
    /// @param devices on how many devices he was seen
    /// @param late steps that came too late, or from a device that was left
    record Signs(int left, int awaySeconds, int pasted, int devices, int late) {
        static final Signs NONE = new Signs(0, 0, 0, 0, 0);
    }

    record LastSign(Sign.Kind kind, Instant at) {}

    static RoomRow notStarted(UUID learnerId, boolean missed) {
        var state = missed ? State.MISSED : State.NOT_STARTED;
        return new RoomRow(
                learnerId,
                null,
                0,
                state,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                false,
                0,
                0,
                0,
                null,
                null,
                null,
                Signs.NONE,
                null,
                0);
    }

    boolean isOpen() {
        return state == State.TAKING || state == State.PAUSED;
    }
}
