package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A paper was given to classes, groups or single learners.
///
/// @param classIds also the classes of single learners and of a group's members
/// @param mode of a practice no results will come
/// @param atSchool whether it opens in computer rooms of the school alone
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
        BigDecimal maxMark,
        Conditions.Mode mode,
        boolean atSchool)
        implements DomainEvent {
    static PaperAssigned of(Assignment assignment, PaperVersion paper, Collection<UUID> classes) {
        return new PaperAssigned(
                assignment.schoolId(),
                assignment.id(),
                paper.key().paperId(),
                paper.key().version(),
                assignment.title(),
                paper.headings().subject(),
                classes.stream().sorted().toList(),
                assignment.time().opensAt(),
                assignment.time().closesAt(),
                assignment.time().minutes(),
                paper.questions(),
                paper.points(),
                assignment.conditions().mode(),
                assignment.conditions().isAtSchool());
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
