package vn.lopmo.lms.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it is shown.
///
/// @param late whether its answer is overdue today
record RequestView(
        UUID id,
        UUID subjectId,
        String subject,
        String askedBy,
        PrivacyRequest.Kind kind,
        String text,
        Instant askedAt,
        LocalDate answerBy,
        LocalDate stopBy,
        boolean late,
        PrivacyRequest.State state,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable Instant doneAt,
        @Nullable UUID exportId) {
    static RequestView of(PrivacyRequest request, String subject, String askedBy, LocalDate today) {
        boolean late = request.state() == PrivacyRequest.State.OPEN && today.isAfter(request.answerBy());
        return new RequestView(
                request.id(),
                request.subjectId(),
                subject,
                askedBy,
                request.kind(),
                request.text(),
                request.askedAt(),
                request.answerBy(),
                request.stopBy(),
                late,
                request.state(),
                request.answer(),
                request.answeredAt(),
                request.doneAt(),
                request.exportId());
    }
}
