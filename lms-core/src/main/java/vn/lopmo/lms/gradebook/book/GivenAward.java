package vn.lopmo.lms.gradebook.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;

/// Something that people awarded a pupil, where no mark says it by itself. One that was taken back stays as history.
///
/// @param reason in what he is exemplary, or what he is commended for
/// @param day when he was commended; of one who is exemplary, when it was recorded
/// @param takenBackAt null while it stands
record GivenAward(
        UUID id,
        UUID learnerId,
        AwardKind kind,
        String reason,
        LocalDate day,
        Instant at,
        UUID by,
        @Nullable Instant takenBackAt,
        @Nullable UUID takenBackBy) {
    static final int LONGEST_REASON = 300;

    enum AwardKind {
        /// Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện, once a year (Circular 27/2020, art. 13.1.a).
        EXEMPLARY,
        /// For something unexpected in the course of the year (art. 13.1.b), or in a letter (art. 13.3).
        COMMENDATION
    }

    /// In what somebody was made exemplary; null if he was not, or the result is no longer the one for it.
    static @Nullable String exemplary(List<GivenAward> standing, LearnerYear.Result result) {
        return result.primaryAward() != PrimaryAward.XET_TIEU_BIEU
                ? null
                : standing.stream()
                        .filter(each -> each.is(AwardKind.EXEMPLARY))
                        .map(GivenAward::reason)
                        .findFirst()
                        .orElse(null);
    }

    boolean stands() {
        return takenBackAt == null;
    }

    boolean is(AwardKind asked) {
        return kind == asked;
    }

    /// The same once more: of an exemplary pupil the day does not matter.
    boolean says(AwardKind other, String why, LocalDate when) {
        return kind == other && reason.equals(why) && (kind == AwardKind.EXEMPLARY || day.equals(when));
    }
}
