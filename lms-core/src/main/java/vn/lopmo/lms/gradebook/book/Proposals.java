package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.Bringing.From;
import vn.lopmo.lms.gradebook.book.Feeds.Brought;
import vn.lopmo.lms.gradebook.book.Feeds.Feed;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Slot;

/// What would come into the columns of a book: from work that a teacher linked, and from what brings by itself. Nothing
/// is written here.
@ApplicationScoped
class Proposals {
    private static final String NONE = "0";

    private final Feeds feeds;
    private final List<Bringing> others;

    Proposals(Feeds feeds, @Any Instance<Bringing> others) {
        this.feeds = feeds;
        this.others =
                others.stream().sorted(Comparator.comparing(Bringing::from)).toList();
    }

    /// One source of one column, with what it brings.
    record Column(Feed feed, From from, List<Brought> brought) {}

    /// Linked ones also if they bring nothing, the others where they differ.
    List<Column> of(Place place, Collection<UUID> learnerIds, Map<Cell.Key, Cell> standing) {
        var columns = new ArrayList<Column>();
        var linked = feeds.of(place);
        var brought = linked.isEmpty() ? List.<Brought>of() : feeds.brought(place, linked, learnerIds);
        for (var feed : linked) {
            columns.add(new Column(
                    feed,
                    From.WORK,
                    differing(
                            place,
                            standing,
                            brought.stream()
                                    .filter(each -> each.slot() == feed.slot())
                                    .toList())));
        }
        var seen = new HashSet<Cell.Key>();
        for (var other : others) {
            var unseen = other.brought(place, learnerIds).stream()
                    .filter(each -> seen.add(new Cell.Key(each.learnerId(), each.slot())))
                    .toList();
            columns.addAll(bySlot(place, other.from(), differing(place, standing, unseen)));
        }
        return columns;
    }

    private static List<Column> bySlot(Place place, From from, List<Brought> brought) {
        return place.rule().columns(place.term()).stream()
                .map(column -> column.slot())
                .filter(slot -> brought.stream().anyMatch(each -> each.slot() == slot))
                .map(slot -> new Column(
                        new Feed(slot, from.sourceId(), ""),
                        from,
                        brought.stream().filter(each -> each.slot() == slot).toList()))
                .toList();
    }

    /// The one that a value is taken over from.
    ///
    /// @param source null: what is linked to the column
    Optional<Column> column(
            Place place, Slot slot, @Nullable UUID source, Collection<UUID> learnerIds, Map<Cell.Key, Cell> standing) {
        return of(place, learnerIds, standing).stream()
                .filter(column -> column.feed.slot() == slot)
                .filter(column -> source == null
                        ? column.from == From.WORK
                        : column.feed.sourceId().equals(source))
                .findFirst();
    }

    private static List<Brought> differing(Place place, Map<Cell.Key, Cell> standing, List<Brought> brought) {
        return brought.stream()
                .filter(each -> differs(place, standing.get(new Cell.Key(each.learnerId(), each.slot())), each))
                .toList();
    }

    /// Never away is not said of whom nobody has said anything yet.
    private static boolean differs(Place place, @Nullable Cell cell, Brought brought) {
        var stands = cell == null ? "" : cell.value();
        boolean isCount = place.rule()
                .column(place.term(), brought.slot())
                .filter(column -> column.entry() == Entry.COUNT)
                .isPresent();
        return !brought.value().equals(stands)
                && !(isCount && stands.isEmpty() && brought.value().equals(NONE));
    }
}
