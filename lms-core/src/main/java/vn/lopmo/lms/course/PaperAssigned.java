package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.EventHandler;

/// What assessment says when a paper is given to classes.
record PaperAssigned(
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
        @Nullable String mode) {
    /// Absent in events of old.
    boolean isPractice() {
        return "PRACTICE".equals(mode);
    }

    @ApplicationScoped
    static class Handler implements EventHandler<PaperAssigned> {
        private final AssignedPapers papers;

        Handler(AssignedPapers papers) {
            this.papers = papers;
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
            paper.told(event);
            papers.persist(paper);
        }
    }
}
