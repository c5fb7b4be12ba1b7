package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.platform.caller.Role;

/// One row of the list as it was understood, with everything that is wrong with it. What could not be read is null.
///
/// @param className the class that a student learns in
/// @param faults slugs; with the column after an `@` where the slug alone does not say it
/// @param source where it comes from, if it is not the ministry's list
/// @param roles what the person is
public record Entry(
        int sheetRow,
        @Nullable String code,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable Gender gender,
        @Nullable String className,
        @Nullable Integer grade,
        List<String> faults,
        @Nullable Source source,
        Set<Role> roles) {

    /// @param file the file of the bundle that the row is of
    /// @param id what the other system calls the person; null if the row is of nobody
    /// @param username what the person signs in as over there
    public record Source(
            String file, @Nullable String id, @Nullable String username) {}

    public Entry {
        faults = List.copyOf(faults);
        roles = Set.copyOf(roles);
    }

    /// A student of the ministry's list.
    Entry(
            int sheetRow,
            @Nullable String code,
            @Nullable String name,
            @Nullable LocalDate birthDate,
            @Nullable Gender gender,
            @Nullable String className,
            @Nullable Integer grade,
            List<String> faults) {
        this(sheetRow, code, name, birthDate, gender, className, grade, faults, null, Set.of(Role.STUDENT));
    }

    boolean sound() {
        return faults.isEmpty();
    }

    @Nullable
    String sourceId() {
        return source == null ? null : source.id;
    }
}
