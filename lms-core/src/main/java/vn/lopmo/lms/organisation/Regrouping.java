package vn.lopmo.lms.organisation;

import java.util.UUID;

/// What hangs on who is in a group of learners. Slices to the right know it, and look before and after.
public interface Regrouping {
    /// @param change who is in the group; runs once, in the transaction that is there
    void change(UUID groupId, Runnable change);
}
