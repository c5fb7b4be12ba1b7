package vn.lopmo.content.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.content.collection.Collection.Item;
import vn.lopmo.content.collection.CollectionPolicy.Verb;
import vn.lopmo.content.material.Readership;

/// What slices to the right may know of a collection.
@ApplicationScoped
public class ReadableCollections {
    private final Collections collections;

    ReadableCollections(Collections collections) {
        this.collections = collections;
    }

    /// What stands in it, in its order; whether the reader may read each of them is another question.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if he may not read the collection
    public List<UUID> materials(UUID id, Readership reader) {
        return get(id, reader).items().stream().map(Item::materialId).toList();
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if he may not read the collection
    public String title(UUID id, Readership reader) {
        return get(id, reader).title();
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if he may not read the collection
    public String description(UUID id, Readership reader) {
        return get(id, reader).description();
    }

    private Collection get(UUID id, Readership reader) {
        var collection = collections.get(id, reader.mustHaveAccount().schoolId());
        CollectionPolicy.check(reader, Verb.READ, collection);
        return collection;
    }
}
