package vn.lopmo.content.review;

/// Where a submitted draft is.
public enum Stage {
    GROUP,
    HEAD,
    /// Published by the last approval.
    APPROVED,
    /// Back with its maker, with reasons.
    RETURNED,
    /// Taken back by who submitted it.
    RECALLED;

    public boolean isOpen() {
        return this == GROUP || this == HEAD;
    }
}
