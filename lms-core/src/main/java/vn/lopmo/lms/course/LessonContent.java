package vn.lopmo.lms.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What a lesson says, as a draft or as a version. What comes from people goes through [#checked].
///
/// @param minutes about how long it takes, 0 when not said
public record LessonContent(
        String title, String summary, int minutes, List<Block> blocks, List<String> indicators, LessonPlan plan) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 2_000;
    static final int MOST_BLOCKS = 200;
    static final int MOST_MINUTES = 1_000;
    private static final Pattern BLOCK_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public LessonContent {
        blocks = List.copyOf(blocks);
        indicators = List.copyOf(indicators);
    }

    public LessonContent(String title, String summary, int minutes, List<Block> blocks, List<String> indicators) {
        this(title, summary, minutes, blocks, indicators, LessonPlan.NONE);
    }

    static LessonContent titled(String title) {
        return new LessonContent(VietnameseText.tidy(title), "", 0, List.of(), List.of());
    }

    LessonContent with(List<Block> other) {
        return new LessonContent(title, summary, minutes, other, indicators, plan);
    }

    /// The same, sanitised and within bounds.
    ///
    /// @throws Refusal.Invalid if something is too long, too much, or not to be shown
    LessonContent checked(IndicatorList framework) {
        checkNumber();
        checkIds();
        var safe = new ArrayList<Block>();
        for (int at = 0; at < blocks.size(); at++) {
            safe.add(blocks.get(at).checked(new BlockCheck("blocks[" + at + "]", framework::has)));
        }
        var own = new BlockCheck("", framework::has).indicators(indicators);
        return new LessonContent(
                VietnameseText.tidy(title), VietnameseText.tidy(summary), minutes, safe, own, plan.checked());
    }

    void checkNumber() {
        if (blocks.size() > MOST_BLOCKS) {
            throw new Refusal.Invalid("too-many-blocks", MOST_BLOCKS);
        }
    }

    private void checkIds() {
        var ids = new HashSet<String>();
        for (var block : blocks) {
            if (!isUsable(block.id()) || !ids.add(block.id())) {
                throw new Refusal.Invalid("block-id-unusable");
            }
        }
    }

    static boolean isUsable(@Nullable String blockId) {
        return blockId != null && BLOCK_ID.matcher(blockId).matches();
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
