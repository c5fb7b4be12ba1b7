package vn.lopmo.content.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.review.ReviewPolicy.Verb;
import vn.lopmo.platform.caller.Caller;

/// A material's review as one caller sees it, with what he may do.
@ApplicationScoped
class ReviewViews {
    private final ReviewLog log;
    private final Remarks remarks;
    private final Ticks ticks;
    private final Roads roads;

    ReviewViews(ReviewLog log, Remarks remarks, Ticks ticks, Roads roads) {
        this.log = log;
        this.remarks = remarks;
        this.ticks = ticks;
        this.roads = roads;
    }

    record Check(
            Point point, @Nullable UUID tickedBy, @Nullable Instant tickedAt) {}

    record Comment(
            UUID id,
            UUID authorId,
            String text,
            @Nullable UUID fileId,
            @Nullable Integer page,
            @Nullable String field,
            Instant at,
            @Nullable UUID resolvedBy) {
        static Comment of(Remark remark) {
            var spot = remark.spot();
            return new Comment(
                    remark.id(),
                    remark.authorId(),
                    remark.text(),
                    spot.fileId(),
                    spot.page(),
                    spot.field(),
                    remark.createdAt(),
                    remark.resolvedBy());
        }
    }

    record Event(
            Step.Act act,
            UUID actorId,
            String note,
            @Nullable Point point,
            @Nullable Integer version,
            Instant at) {
        static Event of(Step step) {
            return new Event(step.act(), step.actorId(), step.note(), step.point(), step.version(), step.at());
        }
    }

    /// @param road the school's now, where nothing is under way
    /// @param stage null if it was never submitted
    /// @param history of all submissions, from the first act on
    record View(
            UUID materialId,
            Road road,
            @Nullable Stage stage,
            @Nullable UUID submitterId,
            @Nullable String subject,
            @Nullable Instant submittedAt,
            List<Check> checklist,
            List<Comment> comments,
            List<Event> history,
            boolean mayDecide,
            boolean mayTick,
            boolean mayComment,
            boolean mayRecall) {}

    View of(Material material, @Nullable Review review, Caller caller) {
        if (review == null) {
            var road = roads.of(material.schoolId());
            return new View(
                    material.id(),
                    road,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    false,
                    false);
        }
        var reviewers = roads.reviewers(review.schoolId(), review.subject());
        boolean open = review.stage().isOpen();
        return new View(
                material.id(),
                open ? review.road() : roads.of(material.schoolId()),
                review.stage(),
                review.submitterId(),
                review.subject(),
                review.submittedAt(),
                checklist(review),
                remarks.of(material.id()).stream().map(Comment::of).toList(),
                log.of(material.id()).stream().map(Event::of).toList(),
                open && may(caller, Verb.DECIDE, review, reviewers),
                open && may(caller, Verb.TICK, review, reviewers),
                open && may(caller, Verb.COMMENT, review, reviewers),
                open && may(caller, Verb.RECALL, review, reviewers));
    }

    private static boolean may(Caller caller, Verb verb, Review review, Set<UUID> reviewers) {
        return ReviewPolicy.allows(caller, verb, review, reviewers);
    }

    private List<Check> checklist(Review review) {
        var ticked = ticks.of(review.id());
        return Arrays.stream(Point.values())
                .filter(review.points()::contains)
                .map(point -> {
                    var tick = ticked.get(point);
                    return tick == null ? new Check(point, null, null) : new Check(point, tick.personId(), tick.at());
                })
                .toList();
    }
}
