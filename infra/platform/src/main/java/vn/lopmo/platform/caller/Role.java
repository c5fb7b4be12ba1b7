package vn.lopmo.platform.caller;

import java.util.Locale;
import java.util.Optional;

/// What a person is in a school. The names in lower case are the realm roles of Keycloak.
public enum Role {
    STUDENT,
    TEACHER,
    LIBRARIAN,
    /// Head of the school or of a subject group: approves.
    HEAD,
    /// Administrator of one school.
    ADMIN,
    /// Officer of a commune or department: reads sums, never persons.
    OFFICER,
    GUARDIAN;

    public String realmName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofRealm(String realmRole) {
        for (Role role : values()) {
            if (role.realmName().equals(realmRole)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
