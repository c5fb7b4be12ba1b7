package vn.lopmo.assessment.room;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// The room of an assignment, for those who lead it and its invigilators.
@Path("/assignments/{id}")
class RoomResource {
    private final Rooms rooms;
    private final RoomClocks clocks;
    private final RoomKeeping keeping;
    private final Minutes minutes;
    private final Invigilators invigilators;
    private final CurrentCaller caller;
    private final Clock clock;

    RoomResource(
            Rooms rooms,
            RoomClocks clocks,
            RoomKeeping keeping,
            Minutes minutes,
            Invigilators invigilators,
            CurrentCaller caller,
            Clock clock) {
        this.rooms = rooms;
        this.clocks = clocks;
        this.keeping = keeping;
        this.minutes = minutes;
        this.invigilators = invigilators;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param changed how many sittings
    record Done(int changed) {}

    /// @param learnerIds null means all who are taking it
    record Extension(
            @Min(1) @Max(180) int minutes,
            @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> learnerIds) {}

    /// @param learnerIds null means all who are taking it
    record Collecting(@Nullable @Size(min = 1, max = 200) List<@NotNull UUID> learnerIds) {}

    /// @param text null or empty takes back what was said
    record Saying(@Nullable @Size(max = 500) String text) {
        @Nullable
        String tidy() {
            var tidy = text == null ? "" : VietnameseText.tidy(text);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    record Noting(
            @Nullable UUID learnerId,
            @NotNull Incident kind,
            @NotBlank @Size(max = 1_000) String text) {}

    record Noted(UUID id) {}

    record Watch(@NotNull @Size(max = 20) List<@NotNull UUID> personIds) {}

    /// 304 while nothing has changed but the time.
    @GET
    @Path("/room")
    @Transactional
    public RestResponse<RoomView> room(UUID id, @HeaderParam("If-None-Match") @Nullable String known) {
        var view = rooms.view(rooms.watched(caller.get(), id), clock.instant());
        var tag = '"' + view.tag() + '"';
        return tag.equals(known)
                ? RestResponse.ResponseBuilder.<RoomView>create(RestResponse.Status.NOT_MODIFIED)
                        .header("ETag", tag)
                        .build()
                : RestResponse.ResponseBuilder.ok(view).header("ETag", tag).build();
    }

    @POST
    @Path("/room/pause")
    @Transactional
    public Done pause(UUID id) {
        return done(id, room -> clocks.pause(room, caller.get(), clock.instant()));
    }

    @POST
    @Path("/room/resume")
    @Transactional
    public Done resume(UUID id) {
        return done(id, room -> clocks.resume(room, caller.get(), clock.instant()));
    }

    @POST
    @Path("/room/extend")
    @Transactional
    public Done extend(UUID id, @NotNull @Valid Extension more) {
        return done(id, room -> clocks.extend(room, more.minutes, more.learnerIds, caller.get(), clock.instant()));
    }

    /// Each sitting is handed in by itself, hence without a transaction around them all.
    @POST
    @Path("/room/collect")
    public Done collect(UUID id, @NotNull @Valid Collecting which) {
        var by = caller.get();
        return new Done(keeping.collect(rooms.watchedApart(by, id), which.learnerIds, by));
    }

    @POST
    @Path("/room/message")
    @Transactional
    public void say(UUID id, @NotNull @Valid Saying saying) {
        keeping.say(rooms.watched(caller.get(), id), saying.tidy(), caller.get(), clock.instant());
    }

    @POST
    @Path("/incidents")
    @Transactional
    @ResponseStatus(201)
    public Noted note(UUID id, @NotNull @Valid Noting noting) {
        var room = rooms.watched(caller.get(), id);
        rooms.checkTakes(room, noting.learnerId);
        var text = VietnameseText.tidy(noting.text);
        return new Noted(keeping.note(room, noting.learnerId, noting.kind, text, caller.get(), clock.instant()));
    }

    @GET
    @Path("/minutes")
    @Transactional
    public Minutes.View minutes(UUID id) {
        return minutes.of(rooms.watched(caller.get(), id), clock.instant());
    }

    @PUT
    @Path("/invigilators")
    @Transactional
    public Watch invigilate(UUID id, @NotNull @Valid Watch watch) {
        var assignment = rooms.led(caller.get(), id);
        invigilators.put(assignment.id(), watch.personIds);
        keeping.invigilated(assignment, watch.personIds.size(), caller.get(), clock.instant());
        return new Watch(invigilators.of(assignment.id()));
    }

    private Done done(UUID id, Function<Assignment, Integer> verb) {
        return new Done(verb.apply(rooms.watched(caller.get(), id)));
    }
}
