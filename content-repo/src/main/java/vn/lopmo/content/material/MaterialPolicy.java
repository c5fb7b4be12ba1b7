package vn.lopmo.content.material;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a material of his own school. (Another school's material is not found at all.)
public final class MaterialPolicy {
    public enum Verb {
        READ,
        EDIT,
        PUBLISH,
        /// Putting a draft away, and taking it back.
        DISCARD
    }

    private MaterialPolicy() {}

    /// @throws Refusal.NotFound if the reader may not even know of it
    /// @throws Refusal.Forbidden if he may read it, but not do this
    public static void check(Readership reader, Verb verb, Material material) {
        if (!mayRead(reader, material)) {
            throw new Refusal.NotFound("material-not-found");
        }
        if (!allows(reader, verb, material)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
    }

    public static boolean allows(Readership reader, Verb verb, Material material) {
        var caller = reader.caller();
        return switch (verb) {
            case READ -> mayRead(reader, material);
            case EDIT -> caller != null && mayEdit(caller, material);
            case PUBLISH -> caller != null && curates(caller);
            case DISCARD -> caller != null && mayDiscard(caller, material);
        };
    }

    /// Curators everything; who brought it in, his own drafts.
    public static boolean mayEdit(Caller caller, Material material) {
        return curates(caller) || (mayAdd(caller) && isOwnDraft(caller, material));
    }

    /// Brings in drafts: all who work for the school.
    public static boolean mayAdd(Caller caller) {
        return caller.isStaff();
    }

    public static void checkMayAdd(Caller caller) {
        if (!mayAdd(caller)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
    }

    /// Sees and edits all drafts, publishes and withdraws.
    public static boolean curates(Caller caller) {
        return caller.isAny(Role.LIBRARIAN, Role.HEAD, Role.ADMIN);
    }

    /// A draft and a withdrawn material are for curators and for who brought it in.
    private static boolean mayRead(Readership reader, Material material) {
        if (material.state() == Material.State.PUBLISHED) {
            return reader.opens(material.audience(), material.availableFrom(), material.availableUntil());
        }
        return reader.tokens().contains(Readership.CURATOR)
                || reader.tokens().contains(Readership.owner(material.ownerId()));
    }

    private static boolean mayDiscard(Caller caller, Material material) {
        return curates(caller) || (isOwn(caller, material) && isUnpublished(material));
    }

    private static boolean isOwnDraft(Caller caller, Material material) {
        return isOwn(caller, material) && material.state() == Material.State.DRAFT;
    }

    private static boolean isOwn(Caller caller, Material material) {
        return mayAdd(caller) && material.ownerId().equals(caller.id());
    }

    private static boolean isUnpublished(Material material) {
        return material.state() == Material.State.DRAFT || material.state() == Material.State.DISCARDED;
    }
}
