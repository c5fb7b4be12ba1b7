package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A paper was given to classes.
public record PaperAssigned(
        UUID schoolId,
        UUID assignmentId,
        UUID paperId,
        int paperVersion,
        String title,
        String subject,
        List<UUID> classIds,
        Instant opensAt,
        Instant closesAt,
        int minutes,
        int questions,
        BigDecimal maxMark)
        implements DomainEvent {
    static PaperAssigned of(Assignment assignment, PaperVersion paper) {
        return new PaperAssigned(
                assignment.schoolId(),
                assignment.id(),
                paper.key().paperId(),
                paper.key().version(),
                assignment.title(),
                paper.headings().subject(),
                assignment.classes().stream().sorted().toList(),
                assignment.time().opensAt(),
                assignment.time().closesAt(),
                assignment.time().minutes(),
                paper.questions(),
                paper.points());
    }

    @Override
    public String type() {
        return "assessment.paper-assigned.v1";
    }

    @Override
    public UUID key() {
        return assignmentId;
    }
}
