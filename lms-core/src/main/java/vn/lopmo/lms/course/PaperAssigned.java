package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.EventHandler;

/// What assessment says when a paper is given to classes, the first time or changed. Inside the service it is passed
/// on, in the same transaction, to the slices to the right.
public record PaperAssigned(
        UUID schoolId,
        UUID assignmentId,
        String title,
        String subject,
        List<UUID> classIds,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer minutes,
        int questions,
        BigDecimal maxMark,
        @Nullable String mode,
        @Nullable Boolean atSchool,
        @Nullable Takers takers) {
    /// To whom of the classes it was given.
    ///
    /// @param classIds those that all have it
    public record Takers(List<UUID> classIds, List<UUID> groupIds, List<UUID> learnerIds) {}

    /// Classes, groups and single learners who have it; whole classes in events of old, which do not say.
    public List<UUID> givenTo() {
        return takers == null
                ? classIds
                : Stream.of(takers.classIds, takers.groupIds, takers.learnerIds)
                        .flatMap(List::stream)
                        .toList();
    }

    /// Absent in events of old.
    public boolean isPractice() {
        return "PRACTICE".equals(mode);
    }

    /// Absent in events of old.
    public boolean isAtSchool() {
        return Boolean.TRUE.equals(atSchool);
    }

    @ApplicationScoped
    static class Handler implements EventHandler<PaperAssigned> {
        private final AssignedPapers papers;
        private final Event<PaperAssigned> passedOn;

        Handler(AssignedPapers papers, Event<PaperAssigned> passedOn) {
            this.papers = papers;
            this.passedOn = passedOn;
        }

        @Override
        public String type() {
            return "assessment.paper-assigned.v1";
        }

        @Override
        public Class<PaperAssigned> body() {
            return PaperAssigned.class;
        }

        @Override
        public void handle(PaperAssigned event, Origin origin) {
            var paper =
                    papers.findByIdOptional(event.assignmentId).orElseGet(() -> new AssignedPaper(event.assignmentId));
            paper.told(event, papers.notErased(event.takers()));
            papers.persist(paper);
            papers.flush();
            passedOn.fire(event);
        }
    }
}
