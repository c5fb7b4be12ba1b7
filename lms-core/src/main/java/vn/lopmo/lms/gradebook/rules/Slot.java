package vn.lopmo.lms.gradebook.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A place of the mark book for one learner, subject and term. The codes are those of the ministry's sheets:
/// `tx1` is ĐĐGtx1, `gk` ĐĐGgk, `ck` ĐĐGck.
public enum Slot {
    TX1,
    TX2,
    TX3,
    TX4,
    TX5,
    GK,
    CK,
    /// The test of a primary class in the middle of a term, and at its end.
    KTGK,
    KTCK,
    /// The teacher's remark: of a term, or of a primary class at the middle and the end of one.
    NX,
    NXGK,
    NXCK,
    /// Taken out of the subject for this term.
    MIEN,
    /// Assessed again in the summer (Circular 22/2021, art. 14); only in [#SUMMER].
    KL,
    /// Conduct (rèn luyện).
    RL,
    /// Half-day sessions away in a term, with leave and without.
    VP,
    VK,
    /// Of a primary class: one level for all qualities and one for all abilities, at the middle and the end of a term.
    PCGK,
    NLGK,
    PCCK,
    NLCK,
    /// Each quality and ability at the middle of a term, and at its end: see [Trait].
    YNGK,
    NAGK,
    CCGK,
    TTGK,
    TNGK,
    TCGK,
    GTGK,
    VDGK,
    NNGK,
    TOGK,
    KHGK,
    CNGK,
    THGK,
    TMGK,
    TCHGK,
    YNCK,
    NACK,
    CCCK,
    TTCK,
    TNCK,
    TCCK,
    GTCK,
    VDCK,
    NNCK,
    TOCK,
    KHCK,
    CNCK,
    THCK,
    TMCK,
    TCHCK;

    /// The terms of a year, and what comes after them.
    public static final int FIRST_TERM = 1;

    public static final int SECOND_TERM = 2;
    public static final int SUMMER = 3;

    public static final List<Slot> REGULAR = List.of(TX1, TX2, TX3, TX4, TX5);

    private static final Map<String, Slot> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Slot::code, slot -> slot));

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Slot> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public boolean isRegular() {
        return REGULAR.contains(this);
    }
}
