package vn.lopmo.content.collection;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.content.material.Readers;
import vn.lopmo.platform.refusal.Refusal;

/// What somebody marked for himself.
@Path("/favourites")
class FavouriteResource {
    private final Favourites favourites;
    private final Shelf shelf;
    private final Readers readers;
    private final Clock clock;

    FavouriteResource(Favourites favourites, Shelf shelf, Readers readers, Clock clock) {
        this.favourites = favourites;
        this.shelf = shelf;
        this.readers = readers;
        this.clock = clock;
    }

    /// The last marked first.
    @GET
    @Transactional
    public List<Shelf.Row> mine() {
        var reader = readers.current();
        var ids = favourites.of(reader.mustHaveAccount());
        var rows = shelf.rows(ids, reader);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }

    record Marked(boolean marked) {}

    @GET
    @Path("/{material}")
    @Transactional
    public Marked isMarked(UUID material) {
        return new Marked(favourites.has(readers.current().mustHaveAccount(), material));
    }

    @PUT
    @Path("/{material}")
    @Transactional
    public void mark(UUID material) {
        var reader = readers.current();
        if (shelf.readable(List.of(material), reader).isEmpty()) {
            throw new Refusal.NotFound("material-not-found");
        }
        favourites.mark(reader.mustHaveAccount(), material, clock.instant());
    }

    @DELETE
    @Path("/{material}")
    @Transactional
    public void unmark(UUID material) {
        favourites.unmark(readers.current().mustHaveAccount(), material);
    }
}
