package vn.lopmo.assessment.paper;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// To whom a paper is given: classes, groups (which are classes that a teacher makes), and single persons.
public record Audience(Set<UUID> classes, Set<UUID> groups, Set<UUID> learners) {
    /// @throws Refusal.Invalid if it is nobody
    public Audience {
        classes = Set.copyOf(classes);
        groups = Set.copyOf(groups);
        learners = Set.copyOf(learners);
        if (classes.isEmpty() && groups.isEmpty() && learners.isEmpty()) {
            throw new Refusal.Invalid("assignment-for-nobody");
        }
    }

    public static Audience ofClasses(Set<UUID> classes) {
        return new Audience(classes, Set.of(), Set.of());
    }

    Set<UUID> classesAndGroups() {
        var all = new HashSet<>(classes);
        all.addAll(groups);
        return all;
    }
}
