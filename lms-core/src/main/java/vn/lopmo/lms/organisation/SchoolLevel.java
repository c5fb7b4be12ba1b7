package vn.lopmo.lms.organisation;

/// Which grades a school teaches.
public enum SchoolLevel {
    TIEU_HOC(1, 5),
    THCS(6, 9),
    THPT(10, 12),
    /// Several levels in one school.
    LIEN_CAP(1, 12);

    private final int lowest;
    private final int highest;

    SchoolLevel(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    public boolean teaches(int grade) {
        return lowest <= grade && grade <= highest;
    }
}
