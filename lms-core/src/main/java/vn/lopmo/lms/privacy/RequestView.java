package vn.lopmo.lms.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Uses.Use;

/// A request as it is shown.
///
/// @param late whether its answer is overdue today
/// @param stopped what the platform does not do for the person because of it
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
        @Nullable UUID exportId,
        List<Use> stopped) {
    static RequestView of(PrivacyRequest request, String subject, String askedBy, List<Use> stopped, LocalDate today) {
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
                request.exportId(),
                stopped);
    }
}
