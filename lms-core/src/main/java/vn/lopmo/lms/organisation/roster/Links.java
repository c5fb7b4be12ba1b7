package vn.lopmo.lms.organisation.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list says besides of single people: who leads, teaches and guards whom, and who is in which subject group.
/// People are named by the other system's ids or by ours, classes and groups by their names.
public record Links(
        List<Room> classes,
        List<Homeroom> homerooms,
        List<Taught> teachings,
        List<Guarded> guarded,
        List<Joined> joined) {
    public record Room(String name, int grade) {}

    public record Homeroom(String className, String teacher) {}

    public record Taught(String className, String subject, String teacher) {}

    /// @param relation null if nothing is said of it
    public record Guarded(
            String guardian, String child, @Nullable String relation) {}

    /// @param subjects those of the group
    public record Joined(String group, List<String> subjects, String person, boolean leads) {}

    /// @param joined null in what was written down before there were any
    @SuppressWarnings("NullAway")
    public Links {
        joined = joined == null ? List.of() : joined;
    }

    static Links ofGuardians(List<Guarded> guarded) {
        return new Links(List.of(), List.of(), List.of(), guarded, List.of());
    }

    static Links ofStaff(List<Joined> joined) {
        return new Links(List.of(), List.of(), List.of(), List.of(), joined);
    }
}
