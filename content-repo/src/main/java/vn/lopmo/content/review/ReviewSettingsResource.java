package vn.lopmo.content.review;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.platform.caller.CurrentCaller;

/// The school's road to publishing, and who reviews for its subject groups. Everybody on the staff may know; heads and
/// administrators set it.
@Path("/review")
class ReviewSettingsResource {
    private final Roads roads;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewSettingsResource(Roads roads, CurrentCaller caller, Clock clock) {
        this.roads = roads;
        this.caller = caller;
        this.clock = clock;
    }

    record Setting(@NotNull Road road) {}

    record Group(String subject, Set<UUID> reviewers) {}

    record Naming(@NotNull @Size(max = 60) Set<@NotNull UUID> reviewers) {}

    @GET
    @Path("/settings")
    @Transactional
    public Setting road() {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        return new Setting(roads.of(who.schoolId()));
    }

    @PUT
    @Path("/settings")
    @Transactional
    public Setting set(@NotNull @Valid Setting setting) {
        var who = caller.get();
        ReviewPolicy.checkLeads(who);
        roads.set(who, setting.road, clock.instant());
        return setting;
    }

    @GET
    @Path("/groups")
    @Transactional
    public List<Group> groups() {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        return roads.groups(who.schoolId()).entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    @PUT
    @Path("/groups/{subject}")
    @Transactional
    public List<Group> name(@Pattern(regexp = Subjects.CODES) String subject, @NotNull @Valid Naming naming) {
        var who = caller.get();
        ReviewPolicy.checkLeads(who);
        roads.name(who, subject, naming.reviewers, clock.instant());
        return groups();
    }
}
