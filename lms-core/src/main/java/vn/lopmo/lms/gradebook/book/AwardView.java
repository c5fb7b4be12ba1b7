package vn.lopmo.lms.gradebook.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// An award that stands, as a class sheet shows it.
record AwardView(UUID id, GivenAward.AwardKind kind, String reason, LocalDate day) {
    static AwardView of(GivenAward award) {
        return new AwardView(award.id(), award.kind(), award.reason(), award.day());
    }

    static List<AwardView> of(List<GivenAward> awards) {
        return awards.stream().map(AwardView::of).toList();
    }
}
