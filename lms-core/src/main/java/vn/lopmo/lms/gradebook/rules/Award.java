package vn.lopmo.lms.gradebook.rules;

import java.util.Collection;
import java.util.Optional;

/// What a head may award at the end of a year in grades 6 to 12 (Circular 22/2021, art. 15.1).
public enum Award {
    /// Học sinh Xuất sắc: besides, at least six subjects with a year's average of 9.0.
    XUAT_SAC,
    /// Học sinh Giỏi: conduct and study Tốt.
    GIOI;

    private static final Score EXCELLENT = Score.of("9");
    private static final int SIX = 6;

    /// @param year the outcomes of the year before the summer
    public static Optional<Award> of(Level conduct, Level study, Collection<Outcome> year) {
        if (conduct != Level.TOT || study != Level.TOT) {
            return Optional.empty();
        }
        long excellent = year.stream()
                .filter(outcome -> outcome instanceof Outcome.Average average
                        && average.score().isAtLeast(EXCELLENT))
                .count();
        return Optional.of(excellent >= SIX ? XUAT_SAC : GIOI);
    }
}
