package vn.lopmo.assessment.sitting;

import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// What a device calls itself: made up by it once, kept by it, and no proof of anything.
final class DeviceName {
    static final int LONGEST = 40;

    private DeviceName() {}

    /// @throws Refusal.Invalid if it is too long to be one
    static @Nullable String checked(@Nullable String name) {
        if (name != null && (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0)) {
            throw new Refusal.Invalid("device-name");
        }
        return name;
    }
}
