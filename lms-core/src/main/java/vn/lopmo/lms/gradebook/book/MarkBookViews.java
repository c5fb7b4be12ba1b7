package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.book.MarkBookView.CellView;
import vn.lopmo.lms.gradebook.book.MarkBookView.Column;
import vn.lopmo.lms.gradebook.book.MarkBookView.FeedView;
import vn.lopmo.lms.gradebook.book.MarkBookView.LockView;
import vn.lopmo.lms.gradebook.book.MarkBookView.May;
import vn.lopmo.lms.gradebook.book.MarkBookView.Row;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.caller.Caller;

/// Puts a mark book together.
@ApplicationScoped
class MarkBookViews {
    private final MarkBooks books;
    private final Memberships memberships;
    private final People people;
    private final SchoolYears schoolYears;
    private final Cells cells;
    private final Locks locks;
    private final Releases releases;
    private final Feeds feeds;
    private final Proposals proposals;
    private final Years years;

    MarkBookViews(
            MarkBooks books,
            Memberships memberships,
            People people,
            SchoolYears schoolYears,
            Cells cells,
            Locks locks,
            Releases releases,
            Feeds feeds,
            Proposals proposals,
            Years years) {
        this.books = books;
        this.memberships = memberships;
        this.people = people;
        this.schoolYears = schoolYears;
        this.cells = cells;
        this.locks = locks;
        this.releases = releases;
        this.feeds = feeds;
        this.proposals = proposals;
        this.years = years;
    }

    MarkBookView of(Caller caller, Place place) {
        var learners = memberships.learnersOf(place.classId());
        var ids = learners.stream().map(Person::id).toList();
        var all = cells.ofSubject(place.yearId(), place.subject(), ids);
        var linked = feeds.of(place);
        return new MarkBookView(
                place.classId(),
                place.schoolClass().name(),
                place.schoolClass().grade(),
                schoolYears.get(place.yearId()).name(),
                place.subject(),
                place.term(),
                place.rule().scheme(),
                place.rule().periods(),
                place.rule().regular(),
                columns(place, linked),
                rows(place, learners, all),
                lock(place),
                may(caller, place),
                proposals(place, ids, all));
    }

    private List<Column> columns(Place place, List<Feeds.Feed> linked) {
        var released = releases.of(place);
        var bySlot = linked.stream().collect(Collectors.toMap(Feeds.Feed::slot, Function.identity()));
        return place.rule().columns(place.term()).stream()
                .map(column -> new Column(
                        column.slot().code(),
                        column.entry(),
                        column.needed(),
                        released.contains(column.slot()),
                        feed(bySlot.get(column.slot())),
                        Trait.at(column.slot()).map(Trait::group).orElse(null)))
                .toList();
    }

    private static @Nullable FeedView feed(Feeds.@Nullable Feed feed) {
        return feed == null ? null : new FeedView(feed.sourceId(), feed.title());
    }

    List<Row> rows(Place place, List<Person> learners, List<Cell> all) {
        var byLearner = all.stream().collect(Collectors.groupingBy(Cell::learnerId));
        var whole = whole(place, learners, all);
        return learners.stream()
                .map(each -> row(place, each, byLearner.getOrDefault(each.id(), List.of()), whole.get(each.id())))
                .toList();
    }

    /// All subjects, because they decide whether the summer counts in this one; read only where there is a summer.
    private Map<UUID, LearnerYear> whole(Place place, List<Person> learners, List<Cell> all) {
        boolean summer = place.term() == Slot.SUMMER
                || all.stream()
                        .anyMatch(cell ->
                                cell.term() == Slot.SUMMER && !cell.value().isEmpty());
        return summer
                ? years.of(
                        place.schoolClass(), learners.stream().map(Person::id).toList())
                : Map.of();
    }

    private static Row row(Place place, Person learner, List<Cell> own, @Nullable LearnerYear whole) {
        var year = SubjectYear.of(place.rule());
        var shown = new TreeMap<String, CellView>();
        for (var cell : own) {
            if (!cell.value().isEmpty()) {
                year.entries(cell.term()).put(cell.slot(), cell.value());
            }
            if (cell.term() == place.term()) {
                shown.put(cell.slot().code(), CellView.of(cell));
            }
        }
        var outcome = place.term() == Slot.SUMMER ? year.year() : year.term(place.term());
        return new Row(
                learner.id(),
                learner.name(),
                shown,
                OutcomeView.of(outcome),
                OutcomeView.of(whole == null ? year.year() : whole.afterSummer(year)),
                TraitView.of(year, place.term()),
                whole != null && whole.mayBeAssessedAgain(year));
    }

    private @Nullable LockView lock(Place place) {
        return locks.of(place.classId(), place.subject(), place.term())
                .map(lock -> new LockView(lock.reason(), lock.at(), nameOf(lock.by())))
                .orElse(null);
    }

    String nameOf(UUID personId) {
        return people.findByIdOptional(personId).map(Person::name).orElse("");
    }

    /// Names by id; who is not here any longer has none.
    Map<UUID, String> namesOf(Collection<UUID> ids, UUID schoolId) {
        return people.ofIds(ids, schoolId).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private May may(Caller caller, Place place) {
        return new May(
                books.may(caller, Verb.WRITE, place),
                books.may(caller, Verb.RELEASE, place),
                books.may(caller, Verb.LOCK, place));
    }

    private int proposals(Place place, List<UUID> ids, List<Cell> all) {
        var standing = all.stream()
                .filter(cell -> cell.term() == place.term())
                .collect(Collectors.toMap(Cell::key, Function.identity()));
        return proposals.of(place, ids, standing).stream()
                .mapToInt(column -> column.brought().size())
                .sum();
    }
}
