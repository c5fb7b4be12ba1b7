package vn.lopmo.content.material;

/// What a reader may do with a material.
public enum Licence {
    CC0,
    CC_BY,
    CC_BY_SA,
    CC_BY_NC,
    CC_BY_NC_SA,
    CC_BY_ND,
    CC_BY_NC_ND,
    ALL_RIGHTS,
    /// Copied for teaching: never open to all. For staff alone until there is a store of one class.
    TEACHING_EXCEPTION;

    public boolean staffOnly() {
        return this == TEACHING_EXCEPTION;
    }
}
