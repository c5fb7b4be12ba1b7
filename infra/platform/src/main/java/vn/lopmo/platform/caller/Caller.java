package vn.lopmo.platform.caller;

import java.util.Set;
import java.util.UUID;

/// Who is asking. The id is Keycloak's subject; the school comes from the token, never from the request.
public record Caller(UUID id, UUID schoolId, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }
}
