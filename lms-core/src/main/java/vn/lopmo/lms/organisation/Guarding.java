package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who acts for which child: linked by the school, accepted by the guardian himself.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Guarding {
    /// A guardian as seen from the child, or a child as seen from the guardian.
    public record Tie(
            UUID id,
            String name,
            String username,
            @Nullable String relation,
            @Nullable Instant acceptedAt) {}

    private final Guardianships guardianships;
    private final People people;
    private final Clock clock;

    Guarding(Guardianships guardianships, People people, Clock clock) {
        this.guardianships = guardianships;
        this.people = people;
        this.clock = clock;
    }

    public void link(UUID guardianId, UUID childId, UUID schoolId, @Nullable String relation) {
        var guardian = people.get(guardianId, schoolId);
        var child = people.get(childId, schoolId);
        if (!guardian.roles().contains(Role.GUARDIAN)) {
            throw new Refusal.Invalid("not-a-guardian");
        }
        if (!child.roles().contains(Role.STUDENT)) {
            throw new Refusal.Invalid("not-a-student");
        }
        guardianships
                .find(guardianId, childId)
                .orElseGet(() -> {
                    var made = Guardianship.of(guardian, child, clock.instant());
                    guardianships.persist(made);
                    return made;
                })
                .relate(relation);
    }

    /// All ties of a school, for a list that asks for hundreds.
    public Ties ofSchool(UUID schoolId) {
        return new Ties(guardianships, guardianships.list("schoolId", schoolId), clock.instant());
    }

    void unlink(UUID guardianId, UUID childId, UUID schoolId) {
        people.get(childId, schoolId);
        guardianships.delete(guardianships
                .find(guardianId, childId)
                .orElseThrow(() -> new Refusal.NotFound("guardianship-not-found")));
    }

    /// The guardian says that he acts for the child.
    ///
    /// @throws Refusal.NotFound if the school has not linked them
    public void accept(UUID guardianId, UUID childId) {
        guardianships
                .find(guardianId, childId)
                .orElseThrow(() -> new Refusal.NotFound("person-not-found"))
                .accept(clock.instant());
    }

    public List<Tie> guardiansOf(UUID childId) {
        return guardianships.list("childId", childId).stream()
                .map(each -> tie(each, each.guardianId()))
                .toList();
    }

    public List<Tie> childrenOf(UUID guardianId) {
        return guardianships.list("guardianId", guardianId).stream()
                .map(each -> tie(each, each.childId()))
                .toList();
    }

    private Tie tie(Guardianship guardianship, UUID other) {
        var person = people.findById(other);
        return new Tie(other, person.name(), person.username(), guardianship.relation(), guardianship.acceptedAt());
    }
}
