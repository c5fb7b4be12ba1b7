package vn.lopmo.content.material;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a material of his own school. (Another school's material is not found at all.)
public final class MaterialPolicy {
    public enum Verb {
        READ,
        EDIT,
        PUBLISH
    }

    private MaterialPolicy() {}

    /// @throws Refusal.NotFound if the caller may not even know of it
    /// @throws Refusal.Forbidden if he may read it, but not do this
    public static void check(Caller caller, Verb verb, Material material) {
        if (!mayRead(caller, material)) {
            throw new Refusal.NotFound("material-not-found");
        }
        if (!allows(caller, verb, material)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
    }

    public static boolean allows(Caller caller, Verb verb, Material material) {
        return switch (verb) {
            case READ -> mayRead(caller, material);
            case EDIT -> curates(caller) || (mayAdd(caller) && isOwnDraft(caller, material));
            case PUBLISH -> curates(caller);
        };
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

    private static boolean mayRead(Caller caller, Material material) {
        if (curates(caller) || (caller.isStaff() && material.ownerId().equals(caller.id()))) {
            return true;
        }
        return material.state() == Material.State.PUBLISHED && (caller.isStaff() || !material.staffOnly());
    }

    private static boolean isOwnDraft(Caller caller, Material material) {
        return material.ownerId().equals(caller.id()) && material.state() == Material.State.DRAFT;
    }
}
