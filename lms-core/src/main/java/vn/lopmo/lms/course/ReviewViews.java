package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reviews as people see them.
@ApplicationScoped
class ReviewViews {
    record Row(
            UUID id, UUID lessonId, String title, String courseTitle, String subject, String by, Instant submittedAt) {}

    record Remark(UUID id, @Nullable String block, String text, String by, Instant at) {}

    record Whole(
            UUID id,
            UUID lessonId,
            String courseTitle,
            String subject,
            LessonReview.Stage stage,
            String by,
            Instant submittedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            boolean mayDecide,
            boolean mayWithdraw,
            LessonHistoryResource.State content,
            List<Remark> remarks) {}

    private final TwinViews people;
    private final LessonReviews reviews;
    private final BlockTitles titles;

    ReviewViews(TwinViews people, LessonReviews reviews, BlockTitles titles) {
        this.people = people;
        this.reviews = reviews;
        this.titles = titles;
    }

    List<Row> rows(List<Reviewing.Standing> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var ids = waiting.stream()
                .map(one -> one.review().submittedBy())
                .distinct()
                .toList();
        var names = people.names(ids, waiting.getFirst().review().schoolId());
        return waiting.stream()
                .map(one -> new Row(
                        one.review().id(),
                        one.review().lessonId(),
                        one.review().content().title(),
                        one.course().title(),
                        one.review().subject(),
                        names.getOrDefault(one.review().submittedBy(), ""),
                        one.review().submittedAt()))
                .toList();
    }

    Whole whole(Reviewing.Standing standing) {
        var review = standing.review();
        var remarks = reviews.remarksOf(List.of(review.id()));
        var ids = new ArrayList<>(remarks.stream().map(LessonRemark::writtenBy).toList());
        ids.add(review.submittedBy());
        UUID decider = review.decidedBy();
        if (decider != null) {
            ids.add(decider);
        }
        var names = people.names(ids, review.schoolId());
        return new Whole(
                review.id(),
                review.lessonId(),
                standing.course().title(),
                review.subject(),
                review.stage(),
                names.getOrDefault(review.submittedBy(), ""),
                review.submittedAt(),
                decider == null ? null : names.get(decider),
                review.decidedAt(),
                review.reason(),
                standing.mayDecide(),
                standing.writes() && review.stage().isOpen(),
                LessonHistoryResource.State.of(
                        review.content(), titles.filledIn(review.content().blocks(), review.schoolId())),
                remarks.stream()
                        .map(one -> new Remark(
                                one.id(),
                                one.blockId(),
                                one.text(),
                                names.getOrDefault(one.writtenBy(), ""),
                                one.writtenAt()))
                        .toList());
    }
}
