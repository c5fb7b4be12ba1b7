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
/// @param takers to whom of the classes it was given
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
        boolean atSchool,
        Takers takers)
        implements DomainEvent {
    /// @param classIds those that all have it, no groups among them
    public record Takers(List<UUID> classIds, List<UUID> groupIds, List<UUID> learnerIds) {
        static Takers of(Assignment assignment) {
            var groups = assignment.groups();
            return new Takers(
                    assignment.classes().stream()
                            .filter(each -> !groups.contains(each))
                            .sorted()
                            .toList(),
                    groups.stream().sorted().toList(),
                    assignment.learners().stream().sorted().toList());
        }
    }

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
                assignment.conditions().isAtSchool(),
                Takers.of(assignment));
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
