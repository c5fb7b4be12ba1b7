package vn.lopmo.content.collection;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.collection.Collection.Face;
import vn.lopmo.content.collection.Collection.Item;
import vn.lopmo.content.collection.Collection.Kind;
import vn.lopmo.content.collection.CollectionPolicy.Verb;
import vn.lopmo.content.material.ClassChoice;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.material.Readership;
import vn.lopmo.content.material.Visibility;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Collections and reading lists.
@Path("/collections")
class CollectionResource {
    private static final int MOST = 500;

    private final Collections collections;
    private final CollectionViews views;
    private final Shelf shelf;
    private final ClassChoice classes;
    private final Readers readers;
    private final Clock clock;

    CollectionResource(
            Collections collections,
            CollectionViews views,
            Shelf shelf,
            ClassChoice classes,
            Readers readers,
            Clock clock) {
        this.collections = collections;
        this.views = views;
        this.shelf = shelf;
        this.classes = classes;
        this.readers = readers;
        this.clock = clock;
    }

    record Start(
            @NotNull Kind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 2000) String description,
            @NotNull Visibility visibility,
            @Nullable @Size(max = 60) List<@NotNull UUID> classIds,
            @Nullable UUID parentId) {
        Face face() {
            return CollectionResource.face(title, description, visibility, classIds);
        }
    }

    record Change(
            @NotNull Integer revision,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 2000) String description,
            @NotNull Visibility visibility,
            @Nullable @Size(max = 60) List<@NotNull UUID> classIds) {
        Face face() {
            return CollectionResource.face(title, description, visibility, classIds);
        }
    }

    record Put(
            @NotNull UUID materialId,
            @Nullable @Size(max = 500) String note) {
        Item item() {
            return new Item(materialId, note == null ? "" : VietnameseText.tidy(note));
        }
    }

    record Arrangement(
            @NotNull Integer revision,
            @NotNull @Size(max = MOST) List<@NotNull @Valid Put> items) {}

    record Order(@NotNull @Size(max = MOST) List<@NotNull UUID> ids) {}

    /// All that the caller may see, those of one parent in their order.
    ///
    /// @param q only those whose title or description has all these words, with marks or without
    @GET
    @Transactional
    public List<CollectionViews.Entry> all(@RestQuery @Nullable @Size(max = 300) String q) {
        var reader = readers.current();
        var words = q == null
                ? List.<String>of()
                : List.of(VietnameseText.fold(VietnameseText.tidy(q)).split("\\s+"));
        return views.entries(
                collections.ofSchool(reader.mustHaveAccount().schoolId()).stream()
                        .filter(one -> CollectionPolicy.allows(reader, Verb.READ, one))
                        .filter(one -> one.speaksOf(words))
                        .toList(),
                reader);
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public CollectionViews.View start(@NotNull @Valid Start start) {
        var reader = readers.current();
        var who = reader.mustHaveAccount();
        CollectionPolicy.checkMayStart(who, start.kind);
        var face = start.face();
        classes.check(who, List.of(), face.classIds());
        var parent = start.parentId == null ? null : get(reader, Verb.EDIT, start.parentId);
        var place = collections.nextPlace(who.schoolId());
        var made = Collection.started(start.kind, who.schoolId(), who.id(), face, parent, place, clock.instant());
        collections.persistAndFlush(made);
        return views.of(made, reader);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public CollectionViews.View read(UUID id) {
        var reader = readers.current();
        return views.of(get(reader, Verb.READ, id), reader);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public CollectionViews.View change(UUID id, @NotNull @Valid Change change) {
        var reader = readers.current();
        var collection = get(reader, Verb.EDIT, id);
        var face = change.face();
        classes.check(reader.mustHaveAccount(), collection.classIds(), face.classIds());
        collection.describe(change.revision, face, clock.instant());
        collections.flush();
        return views.of(collection, reader);
    }

    /// What the editor does not see (withdrawn, not for him) is not lost by it: it goes behind the rest.
    @PUT
    @Path("/{id}/items")
    @Transactional
    public CollectionViews.View arrange(UUID id, @NotNull @Valid Arrangement arrangement) {
        var reader = readers.current();
        var collection = get(reader, Verb.EDIT, id);
        var items = new ArrayList<>(arrangement.items.stream().map(Put::item).toList());
        var seen = visible(collection.items(), reader);
        var added = new HashSet<>(items.stream().map(Item::materialId).toList());
        collection.items().stream()
                .filter(item -> !seen.contains(item.materialId()) && !added.contains(item.materialId()))
                .forEach(items::add);
        mustBeReadable(arrangement.items, reader);
        collection.arrange(arrangement.revision, items, clock.instant());
        collections.flush();
        return views.of(collection, reader);
    }

    /// One more, behind the rest; there already, it changes nothing.
    @POST
    @Path("/{id}/items")
    @Transactional
    public CollectionViews.View add(UUID id, @NotNull @Valid Put put) {
        var reader = readers.current();
        var collection = get(reader, Verb.EDIT, id);
        mustBeReadable(List.of(put), reader);
        if (collection.items().stream().noneMatch(item -> item.materialId().equals(put.materialId))) {
            var items = new ArrayList<>(collection.items());
            items.add(put.item());
            if (items.size() > MOST) {
                throw new Refusal.Conflict("collection-full");
            }
            collection.arrange(collection.revision(), items, clock.instant());
            collections.flush();
        }
        return views.of(collection, reader);
    }

    /// With what is nested in it; the materials stay in the library.
    @DELETE
    @Path("/{id}")
    @Transactional
    public void remove(UUID id) {
        var collection = get(readers.current(), Verb.EDIT, id);
        collections.childrenOf(id).forEach(collections::delete);
        collections.flush();
        collections.delete(collection);
    }

    /// Puts collections into this order, where they stood between the others.
    @PUT
    @Path("/order")
    @Transactional
    public void order(@NotNull @Valid Order order) {
        var reader = readers.current();
        for (int i = 0; i < order.ids.size(); i++) {
            get(reader, Verb.EDIT, order.ids.get(i)).moveTo(i);
        }
    }

    private void mustBeReadable(List<Put> put, Readership reader) {
        var ids = put.stream().map(Put::materialId).toList();
        var seen = shelf.readable(ids, reader).stream().map(Material::id).collect(Collectors.toSet());
        if (!seen.containsAll(ids)) {
            throw new Refusal.NotFound("material-not-found");
        }
    }

    private Set<UUID> visible(List<Item> items, Readership reader) {
        var ids = items.stream().map(Item::materialId).toList();
        return shelf.readable(ids, reader).stream().map(Material::id).collect(Collectors.toSet());
    }

    private Collection get(Readership reader, Verb verb, UUID id) {
        var collection = collections.get(id, reader.mustHaveAccount().schoolId());
        CollectionPolicy.check(reader, verb, collection);
        return collection;
    }

    private static Face face(
            String title, @Nullable String description, Visibility visibility, @Nullable List<UUID> classIds) {
        return new Face(
                VietnameseText.tidy(title),
                description == null ? "" : VietnameseText.tidy(description),
                visibility,
                classIds == null ? List.of() : classIds);
    }
}
