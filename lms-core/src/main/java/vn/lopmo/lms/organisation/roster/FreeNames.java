package vn.lopmo.lms.organisation.roster;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.identity.Usernames;

/// Names of accounts for some rows of a list: those that are taken already, or promised, are read at once.
final class FreeNames {
    private final Set<String> taken = new HashSet<>();

    FreeNames(People people, RosterRows rows, Collection<RosterRow> wanting) {
        var wanted = wanting.stream()
                .map(row -> wanted(row.entry(), new HashSet<>()))
                .distinct()
                .toList();
        taken.addAll(people.usernamesLike(wanted));
        taken.addAll(rows.promised(wanted));
    }

    /// One that nobody has; from now on it is taken.
    String next(Entry entry) {
        return wanted(entry, taken);
    }

    private static String wanted(Entry entry, Set<String> taken) {
        var name = Objects.requireNonNull(entry.name());
        var code = entry.code();
        var free = code == null
                ? Usernames.ofStaff(name, taken::contains)
                : Usernames.ofStudent(name, code, taken::contains);
        taken.add(free);
        return free;
    }
}
