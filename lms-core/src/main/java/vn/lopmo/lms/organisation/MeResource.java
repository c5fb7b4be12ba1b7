package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships.InClass;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

@Path("/me")
class MeResource {
    record SchoolView(UUID id, String name, String code, SchoolLevel level) {}

    record ClassView(UUID id, String name, int grade, ClassRole role) {}

    record ChildView(UUID id, String name, @Nullable String className) {}

    record View(
            UUID id,
            String name,
            List<Role> roles,
            SchoolView school,
            List<ClassView> classes,
            List<ChildView> children,
            @Nullable Integer grade,
            int unread) {}

    private final CurrentCaller caller;
    private final Schools schools;
    private final People people;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final FirstPasswordSheet passwords;
    private final UnreadNotices notices;

    MeResource(
            CurrentCaller caller,
            Schools schools,
            People people,
            Memberships memberships,
            Guardianships guardianships,
            FirstPasswordSheet passwords,
            UnreadNotices notices) {
        this.caller = caller;
        this.schools = schools;
        this.people = people;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.passwords = passwords;
        this.notices = notices;
    }

    @GET
    @Transactional
    public View get() {
        var me = people.get(caller.get().id(), caller.get().schoolId());
        var school = schools.get(me.schoolId());
        var classes = memberships.rolesOf(me.id());
        passwords.forget(me.id());
        return new View(
                me.id(),
                me.name(),
                sorted(caller.get().roles()),
                new SchoolView(school.id(), school.name(), school.code(), school.level()),
                classes.stream().map(MeResource::view).toList(),
                children(me.id()),
                grade(classes),
                notices.unread(me.id()));
    }

    private static List<Role> sorted(Collection<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static ClassView view(InClass in) {
        var schoolClass = in.schoolClass();
        return new ClassView(schoolClass.id(), schoolClass.name(), schoolClass.grade(), in.role());
    }

    private List<ChildView> children(UUID guardianId) {
        var children = guardianships.childrenOf(guardianId);
        var classNames =
                memberships.classNames(children.stream().map(Person::id).toList());
        return children.stream()
                .map(child -> new ChildView(
                        child.id(),
                        child.name(),
                        classNames.getOrDefault(child.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static @Nullable Integer grade(List<InClass> classes) {
        return classes.stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .map(in -> in.schoolClass().grade())
                .findFirst()
                .orElse(null);
    }
}
