package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// That somebody has a role from a day on, until a day. Both days belong to it.
@Entity
class RoleTerm {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID personId;

    @Column
    @Enumerated(EnumType.STRING)
    private Role role;

    @Column
    private LocalDate startsOn;

    private @Nullable LocalDate endsOn;

    /// Whether Keycloak and the person's row have it.
    private boolean held;

    /// Nothing more is to be done about it.
    private boolean over;

    protected RoleTerm() {}

    static RoleTerm of(Person person, Role role, boolean held, Instant now) {
        var term = new RoleTerm();
        term.id = Ids.next(now);
        term.schoolId = person.schoolId();
        term.personId = person.id();
        term.role = role;
        term.held = held;
        return term;
    }

    /// @throws Refusal.Invalid if it would end before it starts
    void last(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new Refusal.Invalid("role-days-wrong");
        }
        startsOn = from;
        endsOn = to;
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    boolean isPastOn(LocalDate day) {
        return endsOn != null && day.isAfter(endsOn);
    }

    void settle(LocalDate day) {
        held = runsOn(day);
        over = isPastOn(day);
    }

    UUID personId() {
        return personId;
    }

    Role role() {
        return role;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    boolean isHeld() {
        return held;
    }

    boolean isOver() {
        return over;
    }
}
