package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
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
    private final Selves selves;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final FirstPasswordSheet passwords;
    private final UnreadNotices notices;

    MeResource(
            CurrentCaller caller,
            Selves selves,
            Memberships memberships,
            Guardianships guardianships,
            FirstPasswordSheet passwords,
            UnreadNotices notices) {
        this.caller = caller;
        this.selves = selves;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.passwords = passwords;
        this.notices = notices;
    }

    /// Every page asks for this first, so most often it is one statement, and no transaction around it.
    @GET
    public View get() {
        var current = caller.get();
        var self = selves.of(current.id(), current.schoolId());
        if (self.hasFirstPassword()) {
            QuarkusTransaction.requiringNew().run(() -> passwords.forget(current.id()));
        }
        return new View(
                current.id(),
                self.name(),
                sorted(current.roles()),
                self.school(),
                self.classes(),
                self.isGuardian() ? children(current.id()) : List.of(),
                grade(self.classes()),
                notices.unread(current.id()));
    }

    private static List<Role> sorted(Collection<Role> roles) {
        return roles.stream().sorted().toList();
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

    private static @Nullable Integer grade(List<ClassView> classes) {
        return classes.stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .map(ClassView::grade)
                .findFirst()
                .orElse(null);
    }
}
