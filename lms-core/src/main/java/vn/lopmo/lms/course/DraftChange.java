package vn.lopmo.lms.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// What one open page changed in a draft since it last sent something: only what was touched, so that what others
/// wrote meanwhile stays.
///
/// @param known the revision that the page has taken in
/// @param blocks those that were written or added, as they are now
/// @param removed ids of blocks that were taken out
/// @param order all blocks as the page shows them; never left out where blocks are sent
/// @param moved ids of those that were added or brought to another place
/// @param settled twins that a person has decided on
record DraftChange(
        int known,
        Map<DraftField, String> fields,
        @Nullable Integer minutes,
        @Nullable List<String> indicators,
        List<Block> blocks,
        List<String> removed,
        List<String> order,
        List<String> moved,
        List<String> settled) {

    boolean isNothing() {
        return fields.isEmpty()
                && minutes == null
                && indicators == null
                && blocks.isEmpty()
                && removed.isEmpty()
                && moved.isEmpty()
                && settled.isEmpty();
    }

    /// The same, sanitised and within bounds.
    ///
    /// @throws Refusal.Invalid if something is too long, too much, or not to be shown
    DraftChange checked(IndicatorList framework) {
        if (order.size() > 2 * LessonContent.MOST_BLOCKS) {
            throw new Refusal.Invalid("too-many-blocks", LessonContent.MOST_BLOCKS);
        }
        var texts = new TreeMap<DraftField, String>();
        fields.forEach((field, text) -> texts.put(field, field.checked(text)));
        var codes = indicators == null ? null : new BlockCheck("", framework::has).indicators(indicators);
        return new DraftChange(known, texts, minutes, codes, safe(framework), removed, order, moved, settled);
    }

    private List<Block> safe(IndicatorList framework) {
        var ids = new HashSet<String>();
        var safe = new ArrayList<Block>();
        for (int at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            if (!LessonContent.isUsable(block.id()) || !ids.add(block.id())) {
                throw new Refusal.Invalid("block-id-unusable");
            }
            safe.add(block.checked(new BlockCheck("blocks[" + at + "]", framework::has)));
        }
        return safe;
    }
}
