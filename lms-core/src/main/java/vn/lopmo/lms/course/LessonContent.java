package vn.lopmo.lms.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What a lesson says, as a draft or as a version. What comes from people goes through [#checked].
///
/// @param minutes about how long it takes, 0 when not said
public record LessonContent(String title, String summary, int minutes, List<Block> blocks, List<String> indicators) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 2_000;
    static final int MOST_BLOCKS = 200;
    static final int MOST_MINUTES = 1_000;
    private static final Pattern BLOCK_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public LessonContent {
        blocks = List.copyOf(blocks);
        indicators = List.copyOf(indicators);
    }

    static LessonContent titled(String title) {
        return new LessonContent(VietnameseText.tidy(title), "", 0, List.of(), List.of());
    }

    /// The same, sanitised and within bounds.
    ///
    /// @throws Refusal.Invalid if something is too long, too much, or not to be shown
    LessonContent checked(IndicatorList framework) {
        if (blocks.size() > MOST_BLOCKS) {
            throw new Refusal.Invalid("too-many-blocks", MOST_BLOCKS);
        }
        checkIds();
        var safe = new ArrayList<Block>();
        for (int at = 0; at < blocks.size(); at++) {
            safe.add(blocks.get(at).checked(new BlockCheck("blocks[" + at + "]", framework::has)));
        }
        var own = new BlockCheck("", framework::has).indicators(indicators);
        return new LessonContent(VietnameseText.tidy(title), VietnameseText.tidy(summary), minutes, safe, own);
    }

    private void checkIds() {
        var ids = new HashSet<String>();
        for (var block : blocks) {
            if (block.id() == null || !BLOCK_ID.matcher(block.id()).matches() || !ids.add(block.id())) {
                throw new Refusal.Invalid("block-id-unusable");
            }
        }
    }

    /// @throws Refusal.Conflict if there is nothing to read in it yet
    void checkPublishable() {
        if (title.isEmpty()) {
            throw new Refusal.Conflict("lesson-without-title");
        }
        if (blocks.stream().allMatch(Block::hasNothing)) {
            throw new Refusal.Conflict("lesson-empty");
        }
    }

    List<String> blockIds() {
        return blocks.stream().map(Block::id).toList();
    }

    /// The indicators of the lesson and of its tasks together: what finishing it gives evidence for.
    List<String> carries() {
        var ofTasks = blocks.stream()
                .filter(Block.Task.class::isInstance)
                .map(block -> ((Block.Task) block).indicators())
                .flatMap(list -> list == null ? Stream.empty() : list.stream());
        return List.copyOf(Stream.of(indicators.stream(), ofTasks)
                .flatMap(codes -> codes)
                .collect(LinkedHashSet::new, Collection::add, Collection::addAll));
    }
}
