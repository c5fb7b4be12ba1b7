package vn.lopmo.lms.organisation.rollover;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.organisation.SchoolClass;

/// What the year says of the pupils of a class: told by the slice that keeps their marks.
public interface YearResults {
    enum Standing {
        GOES_UP,
        /// Lacks something that the summer can still bring.
        MAY_MAKE_GOOD,
        STAYS,
        PRINCIPAL_DECIDES,
        /// Not all of the year is entered.
        UNKNOWN
    }

    /// @param why sentences, one a line
    record YearResult(Standing standing, String why) {
        static final YearResult NONE = new YearResult(Standing.UNKNOWN, "");
    }

    /// Who is not in the answer has no result.
    Map<UUID, YearResult> of(SchoolClass schoolClass, Collection<UUID> learnerIds, Locale language);
}
