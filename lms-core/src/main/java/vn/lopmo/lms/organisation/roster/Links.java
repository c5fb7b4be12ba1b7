package vn.lopmo.lms.organisation.roster;

import java.util.List;

/// What a bundle says besides of single people: who leads, teaches and guards whom. People are named by the other
/// system's ids, classes by their names.
public record Links(List<Room> classes, List<Homeroom> homerooms, List<Taught> teachings, List<Guarded> guarded) {
    public record Room(String name, int grade) {}

    public record Homeroom(String className, String teacher) {}

    public record Taught(String className, String subject, String teacher) {}

    public record Guarded(String guardian, String child) {}

    public static final Links NONE = new Links(List.of(), List.of(), List.of(), List.of());

    boolean isEmpty() {
        return classes.isEmpty() && homerooms.isEmpty() && teachings.isEmpty() && guarded.isEmpty();
    }
}
