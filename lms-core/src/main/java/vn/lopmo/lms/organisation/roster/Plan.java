package vn.lopmo.lms.organisation.roster;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;

/// What is to be done in Keycloak for one row.
///
/// @param personId who the row is of; null if an account is to be opened
/// @param back whether he had left the school
/// @param roles those that he does not have yet
record Plan(
        UUID rowId,
        String name,
        @Nullable UUID personId,
        boolean renamed,
        boolean back,
        Set<Role> roles,
        String username) {
    /// What came of a plan in Keycloak.
    sealed interface Outcome {
        UUID rowId();

        record Ready(UUID rowId, UUID personId) implements Outcome {}

        /// The account's name is somebody else's: another is to be planned.
        record NameTaken(UUID rowId) implements Outcome {}

        record Refused(UUID rowId, String slug) implements Outcome {}
    }
}
