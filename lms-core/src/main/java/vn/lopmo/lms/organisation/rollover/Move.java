package vn.lopmo.lms.organisation.rollover;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolLevel;

/// One pupil's way into the next year.
///
/// @param toName the class there; null for whoever leaves
/// @param toClassId the same once it is made
record Move(
        UUID personId,
        UUID fromClassId,
        Decision decision,
        @Nullable String toName,
        @Nullable Integer toGrade,
        @Nullable UUID toClassId) {
    enum Decision {
        /// Lên lớp.
        PROMOTE,
        /// Ở lại lớp.
        REPEAT,
        /// Through with the school's last grade.
        FINISH,
        /// Goes elsewhere.
        LEAVE;

        boolean stays() {
            return this == PROMOTE || this == REPEAT;
        }
    }

    private static final Pattern GRADE_FIRST = Pattern.compile("^(\\D{0,4})(1[0-2]|[1-9])(?![0-9])");

    static Move proposed(UUID personId, SchoolClass from, SchoolLevel level) {
        int next = from.grade() + 1;
        return level.teaches(next)
                ? new Move(personId, from.id(), Decision.PROMOTE, nameIn(from.name(), next), next, null)
                : new Move(personId, from.id(), Decision.FINISH, null, null, null);
    }

    Move decided(Decision wanted, SchoolClass from, @Nullable String name) {
        if (!wanted.stays()) {
            return new Move(personId, fromClassId, wanted, null, null, null);
        }
        int grade = wanted == Decision.PROMOTE ? from.grade() + 1 : from.grade();
        return new Move(personId, fromClassId, wanted, name == null ? nameIn(from.name(), grade) : name, grade, null);
    }

    /// `7A` for 6A; a name that does not begin with its grade gets it put before.
    static String nameIn(String name, int grade) {
        var found = GRADE_FIRST.matcher(name);
        return found.find() ? found.replaceFirst("$1" + grade) : grade + " " + name;
    }
}
