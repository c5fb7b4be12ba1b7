package vn.lopmo.lms.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;
import vn.lopmo.platform.time.ClockSource;

/// What somebody asks the school about his data, or a child's, and what came of it.
@Entity
class PrivacyRequest {
    enum Kind {
        EXPORT,
        CORRECTION,
        ERASURE,
        /// To stop using the data for something.
        STOP
    }

    enum State {
        OPEN,
        /// Answered, and still to be carried out.
        ANSWERED,
        DONE,
        REFUSED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID subjectId;

    @Column
    private UUID askedBy;

    @Column
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column
    private String text;

    @Column
    private Instant askedAt;

    /// Till when it is to be answered.
    @Column
    private LocalDate answerBy;

    /// Till when what was objected to has to stop.
    @Column
    private LocalDate stopBy;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String answer;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant doneAt;
    private @Nullable UUID exportId;

    protected PrivacyRequest() {}

    static PrivacyRequest of(
            UUID schoolId, UUID subjectId, UUID askedBy, Kind kind, String text, PrivacyConfig config, Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var request = new PrivacyRequest();
        request.id = Ids.next(now);
        request.schoolId = schoolId;
        request.subjectId = subjectId;
        request.askedBy = askedBy;
        request.kind = kind;
        request.text = VietnameseText.tidy(text);
        request.askedAt = now;
        request.answerBy = Deadlines.workingDaysAfter(today, config.answerWorkingDays());
        request.stopBy = today.plusDays(config.stopDays());
        request.state = State.OPEN;
        return request;
    }

    /// @throws Refusal.Conflict if it is over
    void answer(UUID by, String words, boolean refused, Instant now) {
        checkOpen();
        answer = VietnameseText.tidy(words);
        answeredBy = by;
        answeredAt = now;
        state = refused ? State.REFUSED : State.ANSWERED;
    }

    void done(Instant now) {
        checkOpen();
        doneAt = now;
        state = State.DONE;
    }

    void exportedAs(UUID export) {
        exportId = export;
    }

    void checkOpen() {
        if (state == State.DONE || state == State.REFUSED) {
            throw new Refusal.Conflict("privacy-request-over");
        }
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID askedBy() {
        return askedBy;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    Instant askedAt() {
        return askedAt;
    }

    LocalDate answerBy() {
        return answerBy;
    }

    LocalDate stopBy() {
        return stopBy;
    }

    State state() {
        return state;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }

    @Nullable
    UUID exportId() {
        return exportId;
    }
}
