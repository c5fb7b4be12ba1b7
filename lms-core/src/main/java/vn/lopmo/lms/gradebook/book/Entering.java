package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Enters marks: what is the newest version is written, with its line of history; what somebody else changed meanwhile
/// is left as it is and told.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Entering {
    private final Cells cells;
    private final Changes changes;
    private final Locks locks;
    private final Memberships memberships;

    Entering(Cells cells, Changes changes, Locks locks, Memberships memberships) {
        this.cells = cells;
        this.changes = changes;
        this.locks = locks;
        this.memberships = memberships;
    }

    /// @param batch what [#undo] is asked with; null if nothing was changed
    /// @param written the cells as they are now
    /// @param refused cells that were changed by somebody meanwhile, as they are now
    public record Entered(@Nullable UUID batch, List<Cell> written, List<Cell> refused) {}

    /// @throws Refusal.Conflict if the term is locked
    /// @throws Refusal.Invalid if somebody does not learn in the class
    public Entered enter(Place place, List<Cell.Wish> asked, Change.Cause cause, UUID by, Instant now) {
        locks.mustBeOpen(place);
        var wishes = byCell(asked);
        var learners =
                memberships.learnersOf(place.classId()).stream().map(Person::id).collect(Collectors.toSet());
        mustLearnHere(wishes.keySet(), learners);
        var before = cells.ofBook(place, learnersOf(wishes.keySet()));
        var changing = wishes.values().stream()
                .filter(wish -> !isThere(wish, before.get(wish.key())))
                .toList();
        var versions = cells.write(place, changing, by, now);
        var batch = Ids.next(now);
        changes.add(place, batch, history(changing, before, versions, cause, by, now), now);
        var after = cells.ofBook(place, learnersOf(wishes.keySet()));
        return told(wishes, versions, after, versions.isEmpty() ? null : batch);
    }

    private static Map<Cell.Key, Cell.Wish> byCell(List<Cell.Wish> asked) {
        var wishes = new LinkedHashMap<Cell.Key, Cell.Wish>();
        asked.forEach(wish -> wishes.put(wish.key(), wish));
        return wishes;
    }

    private static void mustLearnHere(Set<Cell.Key> keys, Set<UUID> learners) {
        if (keys.stream().anyMatch(key -> !learners.contains(key.learnerId()))) {
            throw new Refusal.Invalid("learner-not-in-class");
        }
    }

    private static List<UUID> learnersOf(Set<Cell.Key> keys) {
        return keys.stream().map(Cell.Key::learnerId).distinct().toList();
    }

    /// Asking for what is there already changes nothing, whoever wrote it.
    private static boolean isThere(Cell.Wish wish, @Nullable Cell cell) {
        return cell == null ? wish.value().isEmpty() : cell.value().equals(wish.value());
    }

    private static List<Change> history(
            List<Cell.Wish> changing,
            Map<Cell.Key, Cell> before,
            Map<Cell.Key, Integer> versions,
            Change.Cause cause,
            UUID by,
            Instant now) {
        var lines = new ArrayList<Change>();
        for (var wish : changing) {
            var version = versions.get(wish.key());
            if (version != null) {
                var was = before.get(wish.key());
                lines.add(new Change(
                        wish.learnerId(),
                        wish.slot(),
                        was == null ? "" : was.value(),
                        wish.value(),
                        was == null ? null : was.fedBy(),
                        version,
                        cause,
                        now,
                        by));
            }
        }
        return lines;
    }

    private static Entered told(
            Map<Cell.Key, Cell.Wish> wishes,
            Map<Cell.Key, Integer> versions,
            Map<Cell.Key, Cell> after,
            @Nullable UUID batch) {
        var written = new ArrayList<Cell>();
        var refused = new ArrayList<Cell>();
        wishes.forEach((key, wish) -> {
            var now = after.get(key);
            if (now != null) {
                boolean taken = versions.containsKey(key) || isThere(wish, now);
                (taken ? written : refused).add(now);
            }
        });
        return new Entered(batch, written, refused);
    }

    /// Puts back what was there before one's own last doing, unless somebody has changed it since.
    ///
    /// @throws Refusal.NotFound if the caller did no such thing in this book
    public Entered undo(Place place, UUID batch, UUID by, Instant now) {
        var done = changes.ofBatch(place, batch, by);
        if (done.isEmpty()) {
            throw new Refusal.NotFound("mark-change-not-found");
        }
        var back = done.stream()
                .map(change -> new Cell.Wish(
                        change.learnerId(), change.slot(), change.was(), change.version(), change.wasFedBy()))
                .toList();
        return enter(place, back, Change.Cause.UNDONE, by, now);
    }
}
