package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.content.roster.ClassMembers;
import vn.lopmo.content.roster.ClassMembers.SchoolClass;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// The classes that somebody may give a material to: a teacher those he teaches, a curator all of the school.
@ApplicationScoped
public class ClassChoice {
    private final ClassMembers members;

    ClassChoice(ClassMembers members) {
        this.members = members;
    }

    public List<SchoolClass> of(Caller caller) {
        var all = members.classesOfSchool(caller.schoolId()).stream()
                .sorted(Comparator.comparing(SchoolClass::grade).thenComparing(SchoolClass::name));
        if (MaterialPolicy.curates(caller)) {
            return all.toList();
        }
        var taught = members.classesOf(caller.id(), Part.TEACHER);
        return all.filter(one -> taught.contains(one.id())).toList();
    }

    /// Classes that stood there before are let be, whoever put them there.
    ///
    /// @throws Refusal.Invalid if a class is none of the caller's
    public void check(Caller caller, Collection<UUID> before, Collection<UUID> after) {
        var added = after.stream().filter(id -> !before.contains(id)).collect(Collectors.toSet());
        if (added.isEmpty()) {
            return;
        }
        of(caller).forEach(one -> added.remove(one.id()));
        if (!added.isEmpty()) {
            throw new Refusal.Invalid(
                    "classes-unknown", List.of(new Refusal.Field("classIds", "classes-unknown", null)));
        }
    }
}
