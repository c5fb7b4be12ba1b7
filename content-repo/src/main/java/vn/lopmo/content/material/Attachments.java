package vn.lopmo.content.material;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What materials need to know of their files; the slice `file`, which may know materials, answers it.
public interface Attachments {
    /// The files that the draft holds now, in their order.
    List<Attachment> ofDraft(UUID materialId);

    /// The named files, in that order.
    List<Attachment> of(List<UUID> fileIds);

    /// The first file of each draft that has one.
    Map<UUID, Attachment> firstOf(Collection<UUID> materialIds);

    /// Gives the draft these of its files, in this order; what is not named leaves the draft. Versions keep theirs.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.NotFound if one is not the draft's
    void arrange(UUID materialId, List<FilePlace> places);
}
