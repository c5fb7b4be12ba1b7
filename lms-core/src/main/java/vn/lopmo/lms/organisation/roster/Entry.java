package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.platform.caller.Role;

/// One row of the list as it was understood, with everything that is wrong with it. What could not be read is null.
///
/// @param code a pupil's, the ministry's
/// @param className the class that a student learns in
/// @param faults slugs; with the column after an `@` where the slug alone does not say it
/// @param source where it comes from, if it is not the ministry's list
/// @param roles what the person is
/// @param post of somebody who works at the school
/// @param ward of a guardian
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
        Set<Role> roles,
        @Nullable Post post,
        @Nullable Ward ward) {

    /// @param file the file of the bundle that the row is of; null if it is no bundle
    /// @param id what the other system calls the person; null if the row is of nobody
    /// @param username what the person signs in as over there
    /// @param marks by which the person is known again, the id among them
    public record Source(
            @Nullable String file,
            @Nullable String id,
            @Nullable String username,
            List<String> marks) {
        public Source {
            marks = List.copyOf(marks);
        }

        Source(@Nullable String file, @Nullable String id, @Nullable String username) {
            this(file, id, username, id == null ? List.of() : List.of(id));
        }

        static Source knownBy(List<String> marks) {
            return new Source(null, marks.isEmpty() ? null : marks.getFirst(), null, marks);
        }
    }

    /// @param code what the school calls him
    /// @param group the name of his subject group
    /// @param leads whether he leads it
    public record Post(
            @Nullable String code,
            List<String> subjects,
            @Nullable String group,
            boolean leads) {
        public Post {
            subjects = List.copyOf(subjects);
        }
    }

    /// The child whom a guardian acts for.
    public record Ward(
            @Nullable String code,
            @Nullable String name,
            @Nullable String relation) {}

    public Entry {
        faults = List.copyOf(faults);
        roles = Set.copyOf(roles);
    }

    /// Somebody of a bundle.
    Entry(
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
        this(sheetRow, code, name, birthDate, gender, className, grade, faults, source, roles, null, null);
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

    static Entry ofStaff(
            int sheetRow,
            @Nullable String name,
            @Nullable LocalDate born,
            List<String> faults,
            Source source,
            Set<Role> roles,
            Post post) {
        return new Entry(sheetRow, null, name, born, null, null, null, faults, source, roles, post, null);
    }

    static Entry ofGuardian(int sheetRow, @Nullable String name, List<String> faults, Source source, Ward ward) {
        return new Entry(
                sheetRow, null, name, null, null, null, null, faults, source, Set.of(Role.GUARDIAN), null, ward);
    }

    /// A guardian whom the list does not name with this child.
    static Entry ofGone(String name, String className, Ward ward) {
        return new Entry(
                0, null, name, null, null, className, null, List.of(), null, Set.of(Role.GUARDIAN), null, ward);
    }

    Entry withFault(String slug, Heading column) {
        var all = new ArrayList<>(faults);
        all.add(slug + "@" + column.title());
        return new Entry(sheetRow, code, name, birthDate, gender, className, grade, all, source, roles, post, ward);
    }

    /// The same row of somebody whose name is known better, and by more marks.
    Entry of(String betterName, List<String> marks) {
        return new Entry(
                        sheetRow,
                        code,
                        betterName,
                        birthDate,
                        gender,
                        className,
                        grade,
                        faults,
                        source,
                        roles,
                        post,
                        ward)
                .markedBy(marks);
    }

    Entry markedBy(List<String> marks) {
        return new Entry(
                sheetRow,
                code,
                name,
                birthDate,
                gender,
                className,
                grade,
                faults,
                Source.knownBy(marks),
                roles,
                post,
                ward);
    }

    boolean sound() {
        return faults.isEmpty();
    }

    List<String> marks() {
        return source == null ? List.of() : source.marks;
    }
}
