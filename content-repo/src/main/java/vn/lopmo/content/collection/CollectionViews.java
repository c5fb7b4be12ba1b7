package vn.lopmo.content.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.collection.Collection.Item;
import vn.lopmo.content.collection.Collection.Kind;
import vn.lopmo.content.collection.CollectionPolicy.Verb;
import vn.lopmo.content.material.Licensing;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.Readership;
import vn.lopmo.content.material.Visibility;

/// Collections as one reader sees them.
@ApplicationScoped
class CollectionViews {
    private final Collections collections;
    private final Shelf shelf;

    CollectionViews(Collections collections, Shelf shelf) {
        this.collections = collections;
        this.shelf = shelf;
    }

    /// @param size how many of it the reader sees
    record Entry(
            UUID id,
            Kind kind,
            @Nullable UUID parentId,
            String title,
            String description,
            Visibility visibility,
            List<UUID> classIds,
            UUID ownerId,
            int size,
            boolean mayEdit,
            Instant updatedAt) {}

    record Placed(Shelf.Row material, String note) {}

    /// @param together under what the whole may be passed on
    record View(Entry about, int revision, List<Placed> items, List<Entry> children, Licensing.Combination together) {}

    View of(Collection collection, Readership reader) {
        var rows = shelf.rows(ids(collection), reader);
        var items = collection.items().stream()
                .flatMap(item -> placed(item, rows.get(item.materialId())))
                .toList();
        var children = collections.childrenOf(collection.id()).stream()
                .filter(child -> CollectionPolicy.allows(reader, Verb.READ, child))
                .toList();
        return new View(
                entry(collection, items.size(), reader),
                collection.revision(),
                items,
                entries(children, reader),
                Shelf.combination(items.stream().map(Placed::material).toList()));
    }

    List<Entry> entries(List<Collection> found, Readership reader) {
        var ids = found.stream().flatMap(one -> ids(one).stream()).distinct().toList();
        var seen = shelf.readable(ids, reader).stream().map(Material::id).collect(Collectors.toSet());
        return found.stream()
                .map(one -> entry(
                        one, (int) ids(one).stream().filter(seen::contains).count(), reader))
                .toList();
    }

    private static Stream<Placed> placed(Item item, Shelf.@Nullable Row row) {
        return row == null ? Stream.empty() : Stream.of(new Placed(row, item.note()));
    }

    private static List<UUID> ids(Collection collection) {
        return collection.items().stream().map(Item::materialId).toList();
    }

    private static Entry entry(Collection collection, int size, Readership reader) {
        return new Entry(
                collection.id(),
                collection.kind(),
                collection.parentId(),
                collection.title(),
                collection.description(),
                collection.visibility(),
                collection.classIds(),
                collection.ownerId(),
                size,
                CollectionPolicy.allows(reader, Verb.EDIT, collection),
                collection.updatedAt());
    }
}
