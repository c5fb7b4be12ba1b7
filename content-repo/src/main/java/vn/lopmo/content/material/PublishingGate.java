package vn.lopmo.content.material;

/// Whether a material may go straight to the readers; the slice `review`, which knows the school's road, answers.
public interface PublishingGate {
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict if somebody must approve it first
    void check(Material material);
}
