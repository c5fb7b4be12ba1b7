package vn.lopmo.content.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.FileKind;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.Publishing;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Brings a draft along its road: from who made it to the subject group, the head and the readers. Every act is written
/// into the history in the same transaction.
@ApplicationScoped
class Reviewing {
    private final Reviews reviews;
    private final ReviewLog log;
    private final Remarks remarks;
    private final Ticks ticks;
    private final Roads roads;
    private final Attachments attachments;
    private final Publishing publishing;

    Reviewing(
            Reviews reviews,
            ReviewLog log,
            Remarks remarks,
            Ticks ticks,
            Roads roads,
            Attachments attachments,
            Publishing publishing) {
        this.reviews = reviews;
        this.log = log;
        this.remarks = remarks;
        this.ticks = ticks;
        this.roads = roads;
        this.attachments = attachments;
        this.publishing = publishing;
    }

    /// @throws Refusal.Invalid if the description lacks something: reviewers are not asked to find that out
    @Transactional(Transactional.TxType.MANDATORY)
    Review submit(Material material, Caller by, String note, Instant now) {
        material.mustBeComplete();
        material.enterReview();
        var subject = Objects.requireNonNull(material.metadata().subject());
        var points = points(attachments.ofDraft(material.id()));
        var road = roads.of(by.schoolId());
        var review = Review.submitted(by.schoolId(), material.id(), by.id(), subject, road, points, now);
        reviews.persist(review);
        write(review, material, by, Step.Act.SUBMITTED, Step.About.note(note), now);
        return review;
    }

    /// The undo of a submission: the draft can be changed again.
    @Transactional(Transactional.TxType.MANDATORY)
    void recall(Review review, Material material, Caller by, Instant now) {
        review.recall(now);
        material.leaveReview();
        write(review, material, by, Step.Act.RECALLED, Step.About.NOTHING, now);
    }

    /// One stage on; the last one publishes.
    @Transactional(Transactional.TxType.MANDATORY)
    void approve(Review review, Material material, Caller by, String note, Instant now) {
        var act = review.approve(ticks.of(review.id()).keySet(), now);
        if (act == Step.Act.GROUP_APPROVED) {
            write(review, material, by, act, Step.About.note(note), now);
            return;
        }
        int seen = material.revision();
        material.leaveReview();
        var version = publishing.publish(material, by, note, now);
        log.persist(Step.of(review, by.id(), act, new Step.About(note, null, version.version()), seen, now));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void giveBack(Review review, Material material, Caller by, String reason, Instant now) {
        review.giveBack(now);
        material.leaveReview();
        write(review, material, by, Step.Act.RETURNED, Step.About.note(reason), now);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tick(Review review, Material material, Caller by, Point point, boolean ticked, Instant now) {
        review.mustBeOpen();
        if (!review.points().contains(point)) {
            throw new Refusal.NotFound("review-point-not-asked");
        }
        boolean changed = ticked ? ticks.tick(review.id(), point, by.id(), now) : ticks.untick(review.id(), point);
        if (changed) {
            var act = ticked ? Step.Act.TICKED : Step.Act.UNTICKED;
            write(review, material, by, act, Step.About.point(point), now);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Remark remark(Review review, Material material, Caller by, String text, Remark.Spot spot, Instant now) {
        review.mustBeOpen();
        mustBeThere(spot, material.id());
        var remark = Remark.of(review, by.id(), text, spot, now);
        remarks.persist(remark);
        write(review, material, by, Step.Act.COMMENTED, Step.About.note(text), now);
        return remark;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void resolve(Review review, Material material, Caller by, Remark remark, Instant now) {
        if (remark.resolvedBy() == null) {
            remark.resolve(by.id(), now);
            write(review, material, by, Step.Act.RESOLVED, Step.About.note(remark.text()), now);
        }
    }

    /// Licence, sources and content always; the rest as the files call for it.
    static Set<Point> points(List<Attachment> files) {
        var points = EnumSet.of(Point.LICENCE, Point.SOURCES, Point.CONTENT);
        for (Attachment file : files) {
            if (file.kind() != FileKind.CONTENT) {
                continue;
            }
            boolean heard =
                    file.mediaType().startsWith("video/") || file.mediaType().startsWith("audio/");
            boolean plain = file.mediaType().startsWith("text/");
            if (heard) {
                points.add(Point.SUBTITLES);
            } else if (!plain) {
                points.add(Point.PICTURE_TEXTS);
            }
        }
        return points;
    }

    private void mustBeThere(Remark.Spot spot, UUID materialId) {
        var fileId = spot.fileId();
        if (fileId == null) {
            return;
        }
        var file = attachments.ofDraft(materialId).stream()
                .filter(one -> one.id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("file-not-found"));
        var pages = file.pages();
        if (spot.page() != null && pages != null && spot.page() > pages) {
            throw new Refusal.NotFound("page-not-found");
        }
    }

    private void write(Review review, Material material, Caller by, Step.Act act, Step.About about, Instant now) {
        log.persist(Step.of(review, by.id(), act, about, material.revision(), now));
    }
}
