package vn.lopmo.content.collection;

import vn.lopmo.content.collection.Collection.Kind;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a collection of his own school: curators everything, teachers their own reading lists; readers
/// as its visibility says.
final class CollectionPolicy {
    enum Verb {
        READ,
        EDIT
    }

    private CollectionPolicy() {}

    static boolean mayStart(Caller caller, Kind kind) {
        return MaterialPolicy.curates(caller) || kind == Kind.READING_LIST && caller.isStaff();
    }

    static void checkMayStart(Caller caller, Kind kind) {
        if (!mayStart(caller, kind)) {
            throw new Refusal.Forbidden("collection-not-allowed");
        }
    }

    static boolean allows(Readership reader, Verb verb, Collection collection) {
        return switch (verb) {
            case READ -> reader.opens(collection.audience(), null, null);
            case EDIT ->
                reader.tokens().contains(Readership.CURATOR)
                        || collection.kind() == Kind.READING_LIST
                                && reader.tokens().contains(Readership.owner(collection.ownerId()));
        };
    }

    static void check(Readership reader, Verb verb, Collection collection) {
        if (!allows(reader, Verb.READ, collection)) {
            throw new Refusal.NotFound("collection-not-found");
        }
        if (!allows(reader, verb, collection)) {
            throw new Refusal.Forbidden("collection-not-allowed");
        }
    }
}
