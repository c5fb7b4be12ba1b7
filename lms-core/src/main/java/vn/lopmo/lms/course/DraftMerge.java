package vn.lopmo.lms.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// Brings what one page changed into a draft that others write too. It works block by block: whoever touched another
/// block is never in the way, and of one that both touched both versions stay, as [Twin]s. No words are ever lost to
/// somebody else's saving.
///
/// Used once and thrown away; not for several threads.
final class DraftMerge {
    private final DraftChange change;
    private final Stamp stamp;
    private final int revision;
    private LessonContent content;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, ChangeMark> marks;
    private final List<Twin> twins;
    private final Map<String, String> copied = new HashMap<>();
    private final Set<String> moved;
    private boolean changed;

    DraftMerge(
            LessonContent content,
            Map<String, ChangeMark> marks,
            List<Twin> twins,
            DraftChange change,
            Stamp stamp,
            int nextRevision) {
        this.content = content;
        this.marks = new HashMap<>(marks);
        this.twins = new ArrayList<>(twins);
        this.change = change;
        this.stamp = stamp;
        this.revision = nextRevision;
        this.moved = new HashSet<>(change.moved());
        content.blocks().forEach(block -> {
            blocks.put(block.id(), block);
            order.add(block.id());
        });
    }

    DraftMerge run() {
        settle();
        change.fields().forEach(this::takeText);
        takeRest();
        change.removed().forEach(this::remove);
        change.blocks().forEach(this::take);
        arrange();
        twins.removeIf(this::isPointless);
        content = content.with(order.stream().map(this::blockOf).toList());
        return this;
    }

    private void takeText(DraftField field, String text) {
        if (field.in(content).equals(text)) {
            return;
        }
        changed = true;
        if (isNews(field.key())) {
            var known = twins.stream()
                    .filter(twin -> twin.isOf(field, stamp.device(), change.known()))
                    .findFirst();
            known.ifPresent(twins::remove);
            var id = known.map(Twin::id).orElseGet(() -> Ids.next(stamp.at()).toString());
            twins.add(Twin.ofLine(id, field, text, stamp, revision));
            return;
        }
        content = field.with(content, text);
        mark(field.key());
    }

    /// Chosen rather than typed: the last one holds.
    private void takeRest() {
        int minutes = change.minutes() == null ? content.minutes() : change.minutes();
        var indicators = change.indicators() == null ? content.indicators() : change.indicators();
        if (minutes != content.minutes() || !indicators.equals(content.indicators())) {
            changed = true;
            content = new LessonContent(
                    content.title(), content.summary(), minutes, content.blocks(), indicators, content.plan());
        }
    }

    /// What somebody has written on since is not taken away.
    private void remove(String id) {
        if (blocks.containsKey(id) && !isNews(id)) {
            blocks.remove(id);
            order.remove(id);
            marks.remove(id);
            changed = true;
        }
    }

    private void take(Block block) {
        var held = blocks.get(block.id());
        if (block.equals(held)) {
            return;
        }
        changed = true;
        if (held == null) {
            order.add(block.id());
            moved.add(block.id());
            put(block);
        } else if (isNews(block.id())) {
            keepBeside(block);
        } else {
            put(block);
        }
    }

    private void keepBeside(Block block) {
        var copy = twinOf(block.id()).orElseGet(() -> {
            var id = Ids.next(stamp.at()).toString();
            order.add(order.indexOf(block.id()) + 1, id);
            twins.add(Twin.ofBlock(block.id(), id, stamp, revision));
            return id;
        });
        copied.put(block.id(), copy);
        put(block.named(copy));
    }

    /// The copy that this page made of a block before and was never told of, if it stands as the page left it. One that
    /// the page shows is a block like any other.
    private Optional<String> twinOf(String block) {
        return twins.stream()
                .filter(twin -> twin.isOf(block, stamp.device()))
                .map(Twin::copy)
                .filter(copy -> blocks.containsKey(copy) && !change.order().contains(copy) && !isNews(copy))
                .findFirst();
    }

    private void put(Block block) {
        blocks.put(block.id(), block);
        mark(block.id());
    }

    /// Each block that was moved goes behind the one that it stands behind on the page.
    private void arrange() {
        String before = null;
        for (var shown : change.order()) {
            var id = copied.getOrDefault(shown, shown);
            if (!blocks.containsKey(id)) {
                continue;
            }
            if (moved.contains(shown)) {
                moveBehind(id, before);
            }
            before = id;
        }
    }

    private void moveBehind(String id, @Nullable String before) {
        int was = order.indexOf(id);
        order.remove(was);
        int to = before == null ? 0 : order.indexOf(before) + 1;
        order.add(to, id);
        changed |= was != to;
    }

    private void settle() {
        changed |= twins.removeIf(twin -> change.settled().contains(twin.id()));
    }

    /// Once one of the two is gone, or they say the same, there is nothing to decide.
    private boolean isPointless(Twin twin) {
        if (twin.field() != null) {
            return twin.field().in(content).equals(twin.value());
        }
        return !blocks.containsKey(twin.block()) || !blocks.containsKey(twin.copy());
    }

    private boolean isNews(String key) {
        var mark = marks.get(key);
        return mark != null && mark.isNewsTo(stamp.device(), change.known());
    }

    private void mark(String key) {
        marks.put(key, new ChangeMark(revision, stamp.device()));
    }

    private Block blockOf(String id) {
        var block = blocks.get(id);
        if (block == null) {
            throw new IllegalStateException("no block " + id);
        }
        return block;
    }

    LessonContent content() {
        return content;
    }

    Map<String, ChangeMark> marks() {
        return Map.copyOf(marks);
    }

    List<Twin> twins() {
        return List.copyOf(twins);
    }

    /// Blocks of the page that had to become blocks of their own, each with its new id.
    Map<String, String> copied() {
        return Map.copyOf(copied);
    }

    boolean changed() {
        return changed;
    }
}
