package vn.lopmo.lms.organisation.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.transfer.PupilTransfer.State;

/// What each of two schools sees of a pupil between them: the old one its own pupil and what became of the offer, the
/// new one who he is while he waits, and its own pupil when he is taken.
@ApplicationScoped
class PupilTransferViews {
    record OtherSchool(UUID id, String name, String commune) {
        static OtherSchool of(School school) {
            return new OtherSchool(school.id(), school.name(), school.commune());
        }
    }

    /// @param reason why it was declined
    record Leaving(
            UUID id,
            UUID personId,
            String name,
            @Nullable String className,
            OtherSchool to,
            State state,
            Instant offeredAt,
            Instant endsAt,
            @Nullable String reason,
            @Nullable Instant settledAt) {}

    /// @param className there, while he waits
    /// @param personId  here, when he is taken
    record Arriving(
            UUID id,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String code,
            @Nullable String className,
            @Nullable Integer grade,
            OtherSchool from,
            State state,
            Instant offeredAt,
            Instant endsAt,
            @Nullable UUID personId,
            @Nullable Instant settledAt) {}

    private final Schools schools;
    private final People people;
    private final Memberships memberships;
    private final Clock clock;

    PupilTransferViews(Schools schools, People people, Memberships memberships, Clock clock) {
        this.schools = schools;
        this.people = people;
        this.memberships = memberships;
        this.clock = clock;
    }

    List<OtherSchool> otherThan(UUID own) {
        return schools.listAll().stream()
                .filter(school -> !school.id().equals(own))
                .map(OtherSchool::of)
                .sorted(Comparator.comparing(OtherSchool::name))
                .toList();
    }

    List<Leaving> leaving(Collection<PupilTransfer> some) {
        var who = people.byId(some.stream().map(PupilTransfer::personId).toList());
        var where = named(some.stream().map(PupilTransfer::toSchoolId).toList());
        var views = new ArrayList<Leaving>();
        for (var each : some) {
            var pupil = who.get(each.personId());
            var to = where.get(each.toSchoolId());
            if (pupil != null && to != null) {
                views.add(leaving(each, pupil, to));
            }
        }
        return views;
    }

    private Leaving leaving(PupilTransfer transfer, Person pupil, OtherSchool to) {
        var room = roomOf(pupil.id());
        return new Leaving(
                transfer.id(),
                pupil.id(),
                pupil.name(),
                room == null ? null : room.name(),
                to,
                transfer.state(clock.instant()),
                transfer.offeredAt(),
                transfer.endsAt(),
                transfer.reason(),
                transfer.settledAt());
    }

    List<Arriving> arriving(Collection<PupilTransfer> some) {
        var who = people.byId(some.stream().map(PupilTransferViews::seen).toList());
        var where = named(some.stream().map(PupilTransfer::schoolId).toList());
        var views = new ArrayList<Arriving>();
        for (var each : some) {
            var pupil = who.get(seen(each));
            var from = where.get(each.schoolId());
            if (pupil != null && from != null) {
                views.add(arriving(each, pupil, from));
            }
        }
        return views;
    }

    /// Of somebody who is taken, who he is here.
    private static UUID seen(PupilTransfer transfer) {
        var here = transfer.takenAs();
        return here == null ? transfer.personId() : here;
    }

    private Arriving arriving(PupilTransfer transfer, Person pupil, OtherSchool from) {
        var room = roomOf(pupil.id());
        return new Arriving(
                transfer.id(),
                pupil.name(),
                pupil.birthDate(),
                pupil.code(),
                room == null ? null : room.name(),
                room == null ? null : room.grade(),
                from,
                transfer.state(clock.instant()),
                transfer.offeredAt(),
                transfer.endsAt(),
                transfer.takenAs(),
                transfer.settledAt());
    }

    private @Nullable SchoolClass roomOf(UUID personId) {
        return memberships.rolesOf(personId).stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .map(Memberships.InClass::schoolClass)
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, OtherSchool> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : schools.list("id in ?1", ids).stream()
                        .map(OtherSchool::of)
                        .collect(Collectors.toMap(OtherSchool::id, Function.identity()));
    }
}
