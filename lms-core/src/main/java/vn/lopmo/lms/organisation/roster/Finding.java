package vn.lopmo.lms.organisation.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;

/// What would become of one row of a list.
///
/// @param person whom it means; null if nobody is known
record Finding(
        Entry entry,
        Verdict verdict,
        List<Change> changes,
        @Nullable Person person) {
    static Finding rejected(Entry entry) {
        return new Finding(entry, Verdict.REJECTED, List.of(), null);
    }

    static Finding fresh(Entry entry) {
        return new Finding(entry, Verdict.NEW, List.of(), null);
    }

    /// Nobody of the list, whom the school has.
    static Finding gone(Entry entry) {
        return new Finding(entry, Verdict.GONE, List.of(), null);
    }
}
