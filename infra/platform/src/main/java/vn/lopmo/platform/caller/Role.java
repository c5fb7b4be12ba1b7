package vn.lopmo.platform.caller;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /// Who works for a school: everybody but students, guardians and officers.
    public static final Set<Role> STAFF = Collections.unmodifiableSet(EnumSet.of(TEACHER, LIBRARIAN, HEAD, ADMIN));

    public boolean isStaff() {
        return STAFF.contains(this);
    }

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
