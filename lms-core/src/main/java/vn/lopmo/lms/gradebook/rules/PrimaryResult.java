package vn.lopmo.lms.gradebook.rules;

import java.util.Collection;
import java.util.Optional;

/// The result of a year in grades 1 to 5 (Circular 27/2020, art. 9.2.a).
public enum PrimaryResult {
    HOAN_THANH_XUAT_SAC,
    HOAN_THANH_TOT,
    HOAN_THANH,
    CHUA_HOAN_THANH;

    private static final Score EXCELLENT = Score.of("9");
    private static final Score GOOD = Score.of("7");
    private static final Score ENOUGH = Score.of("5");

    /// @param subjects the outcomes at the end of the year
    /// @param traits qualities and abilities at the end of the year: `T`, `D`, `C`
    /// @return empty as long as one is missing, or no trait is judged yet
    public static Optional<PrimaryResult> of(Collection<Outcome> subjects, Collection<String> traits) {
        boolean waits = subjects.stream().anyMatch(outcome -> outcome instanceof Outcome.Missing);
        var counted = subjects.stream()
                .filter(outcome -> outcome instanceof Outcome.Levelled)
                .map(outcome -> (Outcome.Levelled) outcome)
                .toList();
        if (waits || counted.isEmpty() || traits.isEmpty()) {
            return Optional.empty();
        }
        boolean allGood = counted.stream().allMatch(each -> each.level().equals("T"))
                && traits.stream().allMatch("T"::equals);
        boolean noneLacking = counted.stream().noneMatch(each -> each.level().equals("C"))
                && traits.stream().noneMatch("C"::equals);
        if (allGood && testsAtLeast(counted, EXCELLENT)) {
            return Optional.of(HOAN_THANH_XUAT_SAC);
        }
        if (allGood && testsAtLeast(counted, GOOD)) {
            return Optional.of(HOAN_THANH_TOT);
        }
        return Optional.of(noneLacking && testsAtLeast(counted, ENOUGH) ? HOAN_THANH : CHUA_HOAN_THANH);
    }

    private static boolean testsAtLeast(Collection<Outcome.Levelled> counted, Score bound) {
        return counted.stream()
                .allMatch(each -> each.test() == null || each.test().isAtLeast(bound));
    }
}
