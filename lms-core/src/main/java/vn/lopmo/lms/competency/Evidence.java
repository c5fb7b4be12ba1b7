package vn.lopmo.lms.competency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;

/// Something that speaks for a learner's having one indicator, and how strongly (0 to 1). Insert-only; a result
/// that is released again replaces its own.
@Entity
class Evidence {
    enum Kind {
        /// A finished lesson that carries the indicator.
        LESSON,
        /// A released result with items that carry the indicator.
        RESULT
    }

    /// What the evidence comes from.
    ///
    /// @param id the lesson, or the sitting
    /// @param partOf the course, or the assignment
    record Source(Kind kind, UUID id, UUID partOf, String title) {}

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID learnerId;

    @Column
    private String indicator;

    @Column
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column
    private UUID sourceId;

    @Column
    private UUID partOf;

    @Column
    private String title;

    @Column
    private BigDecimal share;

    @Column
    private Instant at;

    protected Evidence() {}

    Evidence(UUID schoolId, UUID learnerId, String indicator, Source source, BigDecimal share, Instant at) {
        this.id = Ids.next(at);
        this.schoolId = schoolId;
        this.learnerId = learnerId;
        this.indicator = indicator;
        this.kind = source.kind;
        this.sourceId = source.id;
        this.partOf = source.partOf;
        this.title = source.title;
        this.share = share.setScale(4, RoundingMode.DOWN);
        this.at = at;
    }

    String indicator() {
        return indicator;
    }

    Kind kind() {
        return kind;
    }

    UUID sourceId() {
        return sourceId;
    }

    String title() {
        return title;
    }

    BigDecimal share() {
        return share;
    }

    Instant at() {
        return at;
    }
}
