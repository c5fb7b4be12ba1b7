package vn.lopmo.assessment.interchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;

/// Makes a draft paper of items that were just taken into the bank. Implemented by the slice of papers, which
/// stands to the right of this one. Runs in the caller's transaction.
public interface PaperMaking {
    /// @param minutes how long the sitting lasts
    /// @return the id of the paper
    UUID makePaper(
            Caller caller, String title, String subject, @Nullable Integer grade, int minutes, List<PartOfItems> parts);

    /// A part of the paper: what its heading said, and its items in order.
    record PartOfItems(String title, String instructions, List<PointedItem> items) {}

    record PointedItem(UUID itemId, BigDecimal points) {}
}
