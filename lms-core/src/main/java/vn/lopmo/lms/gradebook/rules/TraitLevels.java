package vn.lopmo.lms.gradebook.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Trait.Group;
import vn.lopmo.lms.gradebook.rules.Trait.Moment;

/// The qualities and abilities of one learner at one moment: `T`, `D`, `C` each.
///
/// @param asked those that there must be; others count if they are judged
public record TraitLevels(List<Trait> asked, Map<Trait, String> known) {
    private static final String GOOD = "T";
    /// Cần cố gắng.
    private static final String LACKING = "C";

    /// Where one level was entered for a whole group, as books were kept before, it is the level of each of the
    /// group that has none of its own.
    public static TraitLevels of(SubjectRule rule, Map<Slot, String> entries, Moment moment) {
        var known = new EnumMap<Trait, String>(Trait.class);
        var together = Arrays.stream(Trait.values()).filter(rule.traits()::contains);
        together.forEach(trait -> put(known, trait, entries.get(trait.group().together(moment))));
        for (var trait : Trait.values()) {
            put(known, trait, entries.get(trait.slot(moment)));
        }
        return new TraitLevels(rule.traits(), known);
    }

    /// At the end of the year, with what was judged again after the summer.
    public static TraitLevels afterSummer(SubjectYear conduct) {
        return of(conduct.rule(), conduct.second(), Moment.END)
                .afterSummer(of(conduct.rule(), conduct.summer(), Moment.END));
    }

    private static void put(Map<Trait, String> known, Trait trait, @Nullable String level) {
        if (level != null) {
            known.put(trait, level);
        }
    }

    /// What was lacking or not judged, and was judged after the summer, is as it was judged then.
    private TraitLevels afterSummer(TraitLevels summer) {
        var after = new EnumMap<Trait, String>(Trait.class);
        after.putAll(known);
        summer.known.forEach((trait, level) -> {
            if (LACKING.equals(known.getOrDefault(trait, LACKING))) {
                after.put(trait, level);
            }
        });
        return new TraitLevels(asked, after);
    }

    /// Whether something is lacking that nobody has judged again.
    boolean waitsFor(TraitLevels summer) {
        return known.entrySet().stream()
                .anyMatch(each -> LACKING.equals(each.getValue()) && !summer.known.containsKey(each.getKey()));
    }

    /// All levels that art. 9.2.a asks about; none as long as one is missing.
    List<String> all() {
        return known.keySet().containsAll(asked) ? List.copyOf(known.values()) : List.of();
    }

    /// A group in one word: Tốt if each of it is, Cần cố gắng if one of it is, else Đạt; empty as long as one
    /// is missing.
    public Optional<String> of(Group group) {
        var missing =
                asked.stream().filter(trait -> trait.group() == group).anyMatch(trait -> !known.containsKey(trait));
        var levels = in(group).map(known::get).toList();
        if (missing || levels.isEmpty()) {
            return Optional.empty();
        }
        if (levels.contains(LACKING)) {
            return Optional.of(LACKING);
        }
        return Optional.of(levels.stream().allMatch(GOOD::equals) ? GOOD : Entry.PASSED);
    }

    private Stream<Trait> in(Group group) {
        return known.keySet().stream().filter(trait -> trait.group() == group);
    }

    /// Every group that can be told in one word.
    public Map<Group, String> groups() {
        var groups = new EnumMap<Group, String>(Group.class);
        for (var group : Group.values()) {
            of(group).ifPresent(level -> groups.put(group, level));
        }
        return groups;
    }
}
