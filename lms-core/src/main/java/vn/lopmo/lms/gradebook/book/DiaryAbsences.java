package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lopmo.lms.gradebook.book.Feeds.Brought;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.learning.diary.DaysAway;
import vn.lopmo.lms.learning.diary.DaysAway.Away;
import vn.lopmo.lms.organisation.Term;
import vn.lopmo.lms.organisation.Terms;

/// How often each was away in a term, as the class diary says, for the book of conduct; with what a pupil who came in
/// the middle of the term had at his old school.
@ApplicationScoped
class DiaryAbsences implements Bringing {
    private final Terms terms;
    private final DaysAway days;
    private final TransferredYears transferred;
    private final Clock clock;

    DiaryAbsences(Terms terms, DaysAway days, TransferredYears transferred, Clock clock) {
        this.terms = terms;
        this.days = days;
        this.transferred = transferred;
        this.clock = clock;
    }

    @Override
    public From from() {
        return From.DIARY;
    }

    @Override
    public List<Brought> brought(Place place, Collection<UUID> learnerIds) {
        if (!place.subject().equals(SubjectRule.CONDUCT_SUBJECT) || place.term() == Slot.SUMMER) {
            return List.of();
        }
        return terms.numbered(place.yearId(), place.term())
                .filter(term -> days.areKnown(place.classId(), term.startsOn(), term.endsOn()))
                .map(term -> brought(place, term, learnerIds))
                .orElse(List.of());
    }

    private List<Brought> brought(Place place, Term term, Collection<UUID> learnerIds) {
        var away = days.of(place.schoolId(), learnerIds, term.startsOn(), term.endsOn());
        var before = transferred.cells(place, learnerIds);
        return learnerIds.stream()
                .flatMap(id -> both(id, away.getOrDefault(id, Away.NEVER), before.getOrDefault(id, Map.of())))
                .toList();
    }

    private Stream<Brought> both(UUID learner, Away away, Map<Slot, String> before) {
        return Stream.of(
                count(learner, Slot.VP, away.withLeave(), before), count(learner, Slot.VK, away.without(), before));
    }

    private Brought count(UUID learner, Slot slot, int here, Map<Slot, String> before) {
        int all = here + Integer.parseInt(before.getOrDefault(slot, "0"));
        return new Brought(learner, slot, from().sourceId(), Integer.toString(all), clock.instant());
    }
}
