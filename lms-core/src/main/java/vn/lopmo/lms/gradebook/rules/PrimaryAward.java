package vn.lopmo.lms.gradebook.rules;

import java.util.Optional;

/// What a head may award at the end of a year in grades 1 to 5 (Circular 27/2020, art. 13.1.a). What is given during
// the
/// year for something unexpected (13.1.b) is for people alone.
public enum PrimaryAward {
    /// Học sinh Xuất sắc: the result is Hoàn thành xuất sắc.
    XUAT_SAC,
    /// May be made Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện: the result is Hoàn thành tốt. Besides
    /// there must be something outstanding in a subject, or clear progress in a quality or an ability, and the
    // class
    /// must agree: that no mark says.
    XET_TIEU_BIEU;

    /// @param year the result before the summer
    public static Optional<PrimaryAward> of(PrimaryResult year) {
        return switch (year) {
            case HOAN_THANH_XUAT_SAC -> Optional.of(XUAT_SAC);
            case HOAN_THANH_TOT -> Optional.of(XET_TIEU_BIEU);
            case HOAN_THANH, CHUA_HOAN_THANH -> Optional.empty();
        };
    }
}
