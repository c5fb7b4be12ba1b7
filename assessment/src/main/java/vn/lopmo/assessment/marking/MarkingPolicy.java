package vn.lopmo.assessment.marking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// Who may mark, and who must not see what another one gave. Beside this, who leads an assignment may mark it.
final class MarkingPolicy {
    private MarkingPolicy() {}

    /// In which turn somebody marks.
    enum Turn {
        FIRST,
        SECOND
    }

    /// Whether he may mark answers of an assignment of his school in this turn.
    static boolean mayMark(Caller caller, boolean leads, MarkingSetting setting, Turn turn) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            return false;
        }
        boolean named = setting.secondMarkers().contains(caller.id());
        return switch (turn) {
            case FIRST -> leads && !named;
            case SECOND -> named || leads && setting.secondMarkers().isEmpty();
        };
    }

    /// Learners are named to those who lead alone.
    static boolean maySeeNames(boolean leads) {
        return leads;
    }

    /// Whether the first mark of an answer is kept from him: from who marks second, until he has given his
    /// own. What the key gave is no secret.
    static boolean isBlind(
            UUID caller, MarkingSetting setting, @Nullable Turn turn, @Nullable UUID firstBy, @Nullable UUID secondBy) {
        boolean second = setting.secondMarkers().contains(caller) || turn == Turn.SECOND;
        return second && firstBy != null && !caller.equals(firstBy) && !caller.equals(secondBy);
    }
}
