package vn.lopmo.lms.gradebook.book;

import java.time.LocalDate;
import java.util.List;

/// What somebody was commended for, as he and his family read it.
record Commendation(String reason, LocalDate day) {
    /// @param standing awards of any kind
    static List<Commendation> of(List<GivenAward> standing) {
        return standing.stream()
                .filter(each -> each.is(GivenAward.AwardKind.COMMENDATION))
                .map(each -> new Commendation(each.reason(), each.day()))
                .toList();
    }
}
