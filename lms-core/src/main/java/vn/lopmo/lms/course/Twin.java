package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two authors changed the same thing at once, and no machine can say which they mean: both stand in the draft until
/// one of them decides. Of a block the second one's words are a block of their own, right after the first's; of a
/// line they are kept here.
///
/// @param block the block as it was saved first
/// @param copy the block that holds what came second
/// @param field the line, if it is none of a block
/// @param value what came second in that line
/// @param device the page that it came from
/// @param made the revision that it came with: until the page knows it, what it sends later goes to the same copy
record Twin(
        String id,
        @Nullable String block,
        @Nullable String copy,
        @Nullable DraftField field,
        @Nullable String value,
        UUID by,
        UUID device,
        int made,
        Instant at) {

    static Twin ofBlock(String block, String copy, Stamp stamp, int made) {
        return new Twin(copy, block, copy, null, null, stamp.by(), stamp.device(), made, stamp.at());
    }

    static Twin ofLine(String id, DraftField field, String value, Stamp stamp, int made) {
        return new Twin(id, null, null, field, value, stamp.by(), stamp.device(), made, stamp.at());
    }

    boolean isOf(String itsBlock, UUID itsDevice) {
        return itsBlock.equals(block) && device.equals(itsDevice);
    }

    /// @param known what the page has taken in
    boolean isOf(DraftField itsField, UUID itsDevice, int known) {
        return itsField == field && device.equals(itsDevice) && made > known;
    }
}
