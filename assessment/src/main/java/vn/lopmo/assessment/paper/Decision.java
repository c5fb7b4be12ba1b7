package vn.lopmo.assessment.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/// The head's decision that a periodic test is taken elsewhere than at school (Circular 09/2021/TT-BGDĐT: only when
/// learners cannot come).
@Embeddable
public record Decision(
        @Column(name = "decision_number") String number,
        LocalDate decidedOn,
        @Column(name = "decision_reason") String reason,
        @Column(name = "decided_by") UUID by) {}
