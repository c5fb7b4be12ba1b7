package vn.lopmo.lms.gradebook.book;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.gradebook.rules.TraitLevels;

/// A group of qualities or abilities in one word, as it follows from each of them.
record TraitView(Trait.Group group, Trait.Moment moment, String level) {
    /// Of a term, or of the year as it stands after the summer; none for a book of another kind.
    static List<TraitView> of(SubjectYear conduct, int term) {
        return conduct.rule().scheme() == Scheme.TRAITS && term == Slot.SUMMER
                ? told(TraitLevels.afterSummer(conduct), Trait.Moment.END).toList()
                : of(conduct.rule(), conduct.entries(term));
    }

    /// Of some entries of a term.
    static List<TraitView> of(SubjectRule rule, Map<Slot, String> entries) {
        return rule.scheme() == Scheme.TRAITS
                ? Arrays.stream(Trait.Moment.values())
                        .flatMap(moment -> told(TraitLevels.of(rule, entries, moment), moment))
                        .toList()
                : List.of();
    }

    private static Stream<TraitView> told(TraitLevels levels, Trait.Moment moment) {
        return levels.groups().entrySet().stream().map(each -> new TraitView(each.getKey(), moment, each.getValue()));
    }
}
