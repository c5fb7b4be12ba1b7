package vn.lopmo.content.review;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Materials;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// What waits for whom.
@Path("/review")
class ReviewDeskResource {
    private final Reviews reviews;
    private final Materials materials;
    private final Roads roads;
    private final CurrentCaller caller;

    ReviewDeskResource(Reviews reviews, Materials materials, Roads roads, CurrentCaller caller) {
        this.reviews = reviews;
        this.materials = materials;
        this.roads = roads;
        this.caller = caller;
    }

    enum Shelf {
        /// Waiting for the caller's subject groups.
        GROUP,
        /// Waiting for the head.
        HEAD,
        /// Submitted by the caller, under way.
        MINE,
        /// Returned to the caller.
        RETURNED,
        /// Everything under way in the school: for librarians and heads.
        ALL
    }

    record Row(
            UUID materialId,
            String title,
            @Nullable MaterialType type,
            List<Integer> grades,
            String subject,
            UUID submitterId,
            Stage stage,
            Instant submittedAt) {}

    /// @param subjects whose group the caller reviews for
    record Counts(Road road, List<String> subjects, int group, int head, int mine, int returned, int all) {}

    @GET
    @Path("/queue")
    @Transactional
    public List<Row> queue(@RestQuery @DefaultValue("GROUP") Shelf shelf) {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        var found = on(shelf, who);
        Map<UUID, Material> byId =
                materials.ofSchool(found.stream().map(Review::materialId).toList(), who.schoolId()).stream()
                        .collect(Collectors.toMap(Material::id, Function.identity()));
        return found.stream()
                .map(review -> row(review, Objects.requireNonNull(byId.get(review.materialId()))))
                .toList();
    }

    @GET
    @Path("/counts")
    @Transactional
    public Counts counts() {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        return new Counts(
                roads.of(who.schoolId()),
                roads.subjectsOf(who).stream().sorted().toList(),
                on(Shelf.GROUP, who).size(),
                on(Shelf.HEAD, who).size(),
                on(Shelf.MINE, who).size(),
                on(Shelf.RETURNED, who).size(),
                on(Shelf.ALL, who).size());
    }

    /// What is not for the caller is empty to him.
    private List<Review> on(Shelf shelf, Caller who) {
        return switch (shelf) {
            case GROUP -> reviews.ofGroups(who.schoolId(), roads.subjectsOf(who), who.id());
            case HEAD -> who.is(Role.HEAD) ? reviews.ofHead(who.schoolId()) : List.of();
            case MINE -> reviews.openBy(who.schoolId(), who.id());
            case RETURNED -> reviews.returnedTo(who.schoolId(), who.id());
            case ALL -> MaterialPolicy.curates(who) ? reviews.open(who.schoolId()) : List.of();
        };
    }

    private static Row row(Review review, Material material) {
        var metadata = material.metadata();
        return new Row(
                material.id(),
                metadata.title(),
                metadata.type(),
                metadata.grades(),
                review.subject(),
                review.submitterId(),
                review.stage(),
                review.submittedAt());
    }
}
