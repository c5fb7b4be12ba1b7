package vn.lopmo.content.review;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.review.ReviewPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// The review of one material.
@Path("/materials/{id}/review")
class ReviewResource {
    private final Materials materials;
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Remarks remarks;
    private final Roads roads;
    private final ReviewViews views;
    private final Readers readers;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewResource(
            Materials materials,
            Reviews reviews,
            Reviewing reviewing,
            Remarks remarks,
            Roads roads,
            ReviewViews views,
            Readers readers,
            CurrentCaller caller,
            Clock clock) {
        this.materials = materials;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.remarks = remarks;
        this.roads = roads;
        this.views = views;
        this.readers = readers;
        this.caller = caller;
        this.clock = clock;
    }

    record Note(@Size(max = 1000) String note) {
        Note {
            note = note == null ? "" : VietnameseText.tidy(note);
        }
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    record Ticking(@NotNull Boolean ticked) {}

    record Saying(
            @NotBlank @Size(max = 2000) String text,
            @Nullable UUID fileId,
            @Nullable @Min(1) Integer page,
            @Nullable @Size(max = 40) String field) {
        Remark.Spot spot() {
            return new Remark.Spot(fileId, page, field);
        }
    }

    /// What a verb is about.
    private record Case(Caller caller, Material material, Review review) {}

    @GET
    @Transactional
    public ReviewViews.View read(UUID id) {
        var who = caller.get();
        var material = materials.get(id, who.schoolId());
        var last = reviews.findLast(id);
        if (last.isPresent()) {
            ReviewPolicy.check(who, Verb.READ, last.get(), reviewers(last.get()));
        } else {
            MaterialPolicy.check(readers.of(who), MaterialPolicy.Verb.EDIT, material);
        }
        return views.of(material, last.orElse(null), who);
    }

    @POST
    @Path("/submit")
    @Transactional
    public ReviewViews.View submit(UUID id, @NotNull @Valid Note note) {
        var who = caller.get();
        var material = materials.get(id, who.schoolId());
        MaterialPolicy.check(readers.of(who), MaterialPolicy.Verb.EDIT, material);
        var review = reviewing.submit(material, who, note.note, clock.instant());
        return views.of(material, review, who);
    }

    @POST
    @Path("/recall")
    @Transactional
    public ReviewViews.View recall(UUID id) {
        var at = open(Verb.RECALL, id);
        reviewing.recall(at.review, at.material, at.caller, clock.instant());
        return view(at);
    }

    @POST
    @Path("/approve")
    @Transactional
    public ReviewViews.View approve(UUID id, @NotNull @Valid Note note) {
        var at = open(Verb.DECIDE, id);
        reviewing.approve(at.review, at.material, at.caller, note.note, clock.instant());
        return view(at);
    }

    @POST
    @Path("/return")
    @Transactional
    public ReviewViews.View giveBack(UUID id, @NotNull @Valid Reason reason) {
        var at = open(Verb.DECIDE, id);
        var why = VietnameseText.tidy(reason.reason);
        reviewing.giveBack(at.review, at.material, at.caller, why, clock.instant());
        return view(at);
    }

    @PUT
    @Path("/checklist/{point}")
    @Transactional
    public ReviewViews.View tick(UUID id, Point point, @NotNull @Valid Ticking ticking) {
        var at = open(Verb.TICK, id);
        reviewing.tick(at.review, at.material, at.caller, point, ticking.ticked, clock.instant());
        return view(at);
    }

    @POST
    @Path("/comments")
    @ResponseStatus(201)
    @Transactional
    public ReviewViews.View say(UUID id, @NotNull @Valid Saying saying) {
        var at = open(Verb.COMMENT, id);
        var text = VietnameseText.tidy(saying.text);
        reviewing.remark(at.review, at.material, at.caller, text, saying.spot(), clock.instant());
        return view(at);
    }

    /// By whoever has seen to it; also after it was returned, which is when the maker works on it.
    @POST
    @Path("/comments/{comment}/resolve")
    @Transactional
    public ReviewViews.View resolve(UUID id, UUID comment) {
        var at = open(Verb.COMMENT, id);
        reviewing.resolve(at.review, at.material, at.caller, remarks.get(comment, id), clock.instant());
        return view(at);
    }

    private Case open(Verb verb, UUID id) {
        var who = caller.get();
        var material = materials.get(id, who.schoolId());
        var review = reviews.findLast(id).orElseThrow(() -> new Refusal.NotFound("material-not-found"));
        boolean decides = verb == Verb.DECIDE || verb == Verb.TICK;
        if (decides && ReviewPolicy.allows(who, Verb.READ, review, reviewers(review))) {
            review.mustBeOpen();
        }
        ReviewPolicy.check(who, verb, review, reviewers(review));
        return new Case(who, material, review);
    }

    private Set<UUID> reviewers(Review review) {
        return roads.reviewers(review.schoolId(), review.subject());
    }

    private ReviewViews.View view(Case at) {
        materials.flush();
        return views.of(at.material, at.review, at.caller);
    }
}
