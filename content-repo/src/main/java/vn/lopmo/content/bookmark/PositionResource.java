package vn.lopmo.content.bookmark;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FileAccess;
import vn.lopmo.platform.caller.CurrentCaller;

/// Where the caller is in a file he may read.
@Path("/files")
class PositionResource {
    private static final int FURTHEST = 1_000_000;

    private final Positions positions;
    private final FileAccess access;
    private final CurrentCaller caller;
    private final Clock clock;

    PositionResource(Positions positions, FileAccess access, CurrentCaller caller, Clock clock) {
        this.positions = positions;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param n the page; of a film or a recording, the second
    /// @param within how far down the page, 0 to 1
    /// @param share how far through the whole file, 0 to 1
    record Place(
            @NotNull @Min(0) @Max(FURTHEST) Integer n,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double within,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double share) {}

    record View(int n, double within, double share, Instant at) {
        static View of(Position position) {
            return new View(position.n(), position.within(), position.share(), position.at());
        }
    }

    /// Nothing (204) for who never opened it.
    @GET
    @Path("/{id}/position")
    @Transactional
    public @Nullable View position(UUID id) {
        var file = access.readable(id);
        return positions.find(caller.get(), file.id()).map(View::of).orElse(null);
    }

    @PUT
    @Path("/{id}/position")
    @Transactional
    public void keep(UUID id, @NotNull @Valid Place place) {
        var file = access.readable(id);
        positions.keep(
                caller.get(),
                new Position(file.id(), file.materialId(), place.n(), place.within(), place.share(), clock.instant()));
    }
}
