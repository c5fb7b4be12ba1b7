package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;

/// One row of the list as it was understood, with everything that is wrong with it. What could not be read is null.
record Entry(
        int sheetRow,
        @Nullable String code,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable Gender gender,
        @Nullable String className,
        @Nullable Integer grade,
        List<String> faults) {

    Entry {
        faults = List.copyOf(faults);
    }

    boolean sound() {
        return faults.isEmpty();
    }
}
