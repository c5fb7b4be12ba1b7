package vn.lopmo.lms.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.platform.event.DomainEvent;

/// Somebody came into a class or left it.
public record MembershipChanged(
        UUID schoolId, UUID personId, UUID classId, String className, int grade, ClassRole role, boolean active)
        implements DomainEvent {
    static MembershipChanged of(UUID personId, SchoolClass schoolClass, ClassRole role, boolean active) {
        return new MembershipChanged(
                schoolClass.schoolId(),
                personId,
                schoolClass.id(),
                schoolClass.name(),
                schoolClass.grade(),
                role,
                active);
    }

    @Override
    @JsonIgnore
    public String type() {
        return "lms.membership-changed.v1";
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return personId;
    }
}
