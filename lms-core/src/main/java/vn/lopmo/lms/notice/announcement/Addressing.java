package vn.lopmo.lms.notice.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// To whom somebody may say something.
@ApplicationScoped
class Addressing {
    /// @param roles for whom of the class
    record Class(UUID id, String name, int grade, Set<Role> roles, long students) {}

    /// @param school for whom of the whole school
    record Reach(List<Class> classes, Set<Role> school) {}

    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Memberships memberships;
    private final Clock clock;

    Addressing(SchoolClasses classes, SchoolYears years, Memberships memberships, Clock clock) {
        this.classes = classes;
        this.years = years;
        this.memberships = memberships;
        this.clock = clock;
    }

    Reach reachOf(Caller caller) {
        var year = years.currentOrOpen(caller.schoolId(), clock.instant()).id();
        var known = AnnouncementPolicy.runs(caller) ? classes.of(year) : ownOf(caller, year);
        var taught = taughtBy(caller);
        var sizes = known.isEmpty()
                ? Map.<UUID, Long>of()
                : memberships.studentsByClass(
                        known.stream().map(SchoolClass::id).toList());
        return new Reach(
                known.stream()
                        .sorted(SchoolClass.inOrder())
                        .map(each -> new Class(
                                each.id(),
                                each.name(),
                                each.grade(),
                                rolesOf(caller, each, taught),
                                sizes.getOrDefault(each.id(), 0L)))
                        .toList(),
                AnnouncementPolicy.mayAddressOfSchool(caller));
    }

    private List<SchoolClass> ownOf(Caller caller, UUID year) {
        var own = new LinkedHashMap<UUID, SchoolClass>();
        memberships.taughtBy(caller.id()).forEach(each -> own.put(each.id(), each));
        classes.homeroomsOf(caller.id()).stream()
                .filter(each -> each.schoolYearId().equals(year))
                .forEach(each -> own.put(each.id(), each));
        return List.copyOf(own.values());
    }

    private Set<UUID> taughtBy(Caller caller) {
        return memberships.taughtBy(caller.id()).stream().map(SchoolClass::id).collect(Collectors.toSet());
    }

    /// In a class that has no homeroom teacher each of its teachers does that work.
    private static Set<Role> rolesOf(Caller caller, SchoolClass each, Set<UUID> taught) {
        boolean teaches = taught.contains(each.id());
        var homeroom = each.homeroomTeacherId();
        boolean leads = homeroom == null ? teaches : homeroom.equals(caller.id());
        return AnnouncementPolicy.mayAddressOfClass(caller, teaches, leads);
    }

    /// @throws Refusal.Invalid   for a role that is in no class, or nobody at all
    /// @throws Refusal.NotFound  for another school's class
    /// @throws Refusal.Forbidden if it is not the caller's to say something to them
    void check(Caller caller, Announcement.Address to) {
        if (to.roles().isEmpty() || !to.classIds().isEmpty() && !AnnouncementPolicy.OF_CLASS.containsAll(to.roles())) {
            throw new Refusal.Invalid("announcement-to-nobody");
        }
        if (to.classIds().isEmpty()) {
            AnnouncementPolicy.checkAddress(to.roles(), AnnouncementPolicy.mayAddressOfSchool(caller));
        }
        var taught = taughtBy(caller);
        for (var id : to.classIds()) {
            AnnouncementPolicy.checkAddress(to.roles(), rolesOf(caller, classes.get(id, caller.schoolId()), taught));
        }
    }

    /// Whether it is still the caller's to say something to them: classes change hands, and so do offices.
    boolean reaches(Caller caller, Announcement.Address to) {
        if (to.classIds().isEmpty()) {
            return AnnouncementPolicy.mayAddressOfSchool(caller).containsAll(to.roles());
        }
        var taught = taughtBy(caller);
        return classes.ofIds(to.classIds(), caller.schoolId()).stream()
                .allMatch(each -> rolesOf(caller, each, taught).containsAll(to.roles()));
    }

    /// Whether the caller teaches or leads one of some classes, or runs their school.
    boolean looksAtAny(Caller caller, List<UUID> classIds) {
        if (classIds.isEmpty() || !caller.isStaff()) {
            return false;
        }
        var taught = taughtBy(caller);
        return classes.ofIds(classIds, caller.schoolId()).stream()
                .anyMatch(each -> !rolesOf(caller, each, taught).isEmpty());
    }
}
