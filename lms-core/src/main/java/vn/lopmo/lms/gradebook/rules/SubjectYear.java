package vn.lopmo.lms.gradebook.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entries of one learner in one subject over a year, and what follows from them. Entries are in the one spelling
/// of [Entry#read].
public record SubjectYear(
        SubjectRule rule, Map<Slot, String> first, Map<Slot, String> second, Map<Slot, String> summer) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    /// The weights of mid-term and end-term together: the 5 of "number of regular scores + 5".
    private static final int PERIODIC_WEIGHT = 5;

    private static final Score ENOUGH = Score.of("5");
    private static final String COMPLETED = "H";
    private static final String NOT_COMPLETED = "C";

    public static SubjectYear of(SubjectRule rule) {
        return new SubjectYear(rule, new EnumMap<>(Slot.class), new EnumMap<>(Slot.class), new EnumMap<>(Slot.class));
    }

    public Map<Slot, String> entries(int term) {
        return switch (term) {
            case Slot.FIRST_TERM -> first;
            case Slot.SECOND_TERM -> second;
            default -> summer;
        };
    }

    public Outcome term(int term) {
        var entries = entries(term);
        if (entries.containsKey(Slot.MIEN)) {
            return new Outcome.Exempt();
        }
        if (rule.elective() && isUntouched()) {
            return new Outcome.NotTaken();
        }
        return switch (rule.scheme()) {
            case SCORED -> average(entries);
            case REMARKED -> judgement(entries);
            case PRIMARY -> level(entries);
            case CONDUCT, TRAITS -> new Outcome.NotTaken();
        };
    }

    private boolean isUntouched() {
        return first.isEmpty() && second.isEmpty();
    }

    /// Circular 22/2021, art. 9.1.b: `ĐTBmhk = (sum of regular + 2 x mid + 3 x end) / (number of regular + 5)`. No
    /// average as long as a score is missing.
    private Outcome average(Map<Slot, String> entries) {
        var sum = BigDecimal.ZERO;
        int regular = 0;
        for (var slot : Slot.REGULAR) {
            var score = earned(entries, slot);
            if (score != null) {
                sum = sum.add(score.value());
                regular++;
            }
        }
        var missing = missing(entries, regular);
        if (!missing.isEmpty()) {
            return new Outcome.Missing(missing);
        }
        sum = sum.add(periodic(entries, Slot.GK).value().multiply(TWO))
                .add(periodic(entries, Slot.CK).value().multiply(THREE));
        return new Outcome.Average(Score.quotient(sum, regular + PERIODIC_WEIGHT));
    }

    /// Circular 22/2021, art. 9.1.a: Đạt if all the assessments there must be are there and each is Đạt.
    private Outcome judgement(Map<Slot, String> entries) {
        int regular = (int) Slot.REGULAR.stream()
                .filter(slot -> isPresent(entries.get(slot)))
                .count();
        var missing = missing(entries, regular);
        if (!missing.isEmpty()) {
            return new Outcome.Missing(missing);
        }
        return new Outcome.Judged(entries.entrySet().stream()
                .filter(entry -> entry.getKey().isRegular() || isPeriodic(entry.getKey()))
                .allMatch(entry -> passes(entry.getKey(), entry.getValue())));
    }

    /// Nobody passes a periodic assessment that he stayed away from (art. 7.4); a regular one is made good by another.
    private static boolean passes(Slot slot, String value) {
        return value.equals(Entry.PASSED) || slot.isRegular() && !isPresent(value);
    }

    private static boolean isPeriodic(Slot slot) {
        return slot == Slot.GK || slot == Slot.CK;
    }

    /// Level and test at the end of a term. Who missed the test has no mark yet: the 0 of Circular 22, art. 7.4, is not
    /// for primary classes.
    private Outcome level(Map<Slot, String> entries) {
        var missing = new ArrayList<Slot>();
        for (var column : rule.columns(Slot.FIRST_TERM)) {
            boolean atEnd = column.slot() == Slot.CK || column.slot() == Slot.KTCK;
            if (column.needed() && atEnd && !isPresent(entries.get(column.slot()))) {
                missing.add(column.slot());
            }
        }
        if (!missing.isEmpty()) {
            return new Outcome.Missing(missing);
        }
        var test = rule.testAtEnd() ? earned(entries, Slot.KTCK) : null;
        return new Outcome.Levelled(Optional.ofNullable(entries.get(Slot.CK)).orElseThrow(), test);
    }

    /// The regular places still empty from the left, then mid and end.
    private List<Slot> missing(Map<Slot, String> entries, int regular) {
        var missing = new ArrayList<Slot>();
        Slot.REGULAR.stream()
                .filter(slot -> !isPresent(entries.get(slot)))
                .limit(Math.max(0, rule.regular() - regular))
                .forEach(missing::add);
        for (var slot : List.of(Slot.GK, Slot.CK)) {
            var value = entries.get(slot);
            if (value == null || value.equals(Entry.EXCUSED)) {
                missing.add(slot);
            }
        }
        return missing;
    }

    private static boolean isPresent(@Nullable String value) {
        return value != null && !value.equals(Entry.ABSENT) && !value.equals(Entry.EXCUSED);
    }

    private static @Nullable Score earned(Map<Slot, String> entries, Slot slot) {
        var value = entries.get(slot);
        return value != null && isPresent(value) ? Score.of(value) : null;
    }

    /// Art. 7.4: who stays away from a periodic test without a reason, or from the one held later, has 0.
    private static Score periodic(Map<Slot, String> entries, Slot slot) {
        var score = earned(entries, slot);
        return score == null ? Score.ZERO : score;
    }

    /// The year before the summer: ĐTBmcn (art. 9.1.b), or Đạt as the second term is (art. 9.1.a).
    public Outcome year() {
        var one = term(Slot.FIRST_TERM);
        var two = term(Slot.SECOND_TERM);
        if (one instanceof Outcome.Exempt) {
            return two;
        }
        if (two instanceof Outcome.Exempt) {
            return one;
        }
        return switch (two) {
            case Outcome.Average later
            when one instanceof Outcome.Average earlier ->
                new Outcome.Average(yearAverage(earlier.score(), later.score()));
            case Outcome.Average later -> one;
            case Outcome.Judged later -> later;
            case Outcome.Levelled later -> later;
            case Outcome.Missing missing -> missing;
            case Outcome.Exempt exempt -> exempt;
            case Outcome.NotTaken none -> none;
        };
    }

    /// Circular 22/2021, art. 9.1.b: `ĐTBmcn = (ĐTBmhkI + 2 x ĐTBmhkII) / 3`, from averages that are rounded already.
    static Score yearAverage(Score first, Score second) {
        return Score.quotient(first.value().add(second.value().multiply(TWO)), 3);
    }

    /// The year after the summer: what was earned again stands in place of the year's (Circular 22/2021, art. 14),
    /// where the subject may be assessed again at all: below 5.0, or Chưa đạt. Whether the learner may is for
    /// [LearnerYear#afterSummer] to say. A primary class' further assessment
    /// (Circular 27/2020, art. 11.1.b) asks whether the subject is completed, so that it leads to Hoàn thành at
    /// most.
    public Outcome yearAfterSummer() {
        var year = year();
        var again = summer.get(Slot.KL);
        if (again == null || !isPresent(again) || !mayBeAssessedAgain()) {
            return year;
        }
        return switch (rule.scheme()) {
            case SCORED -> new Outcome.Average(Score.of(again));
            case PRIMARY -> again.equals(NOT_COMPLETED) ? year : new Outcome.Levelled(COMPLETED, null);
            case REMARKED, CONDUCT, TRAITS -> new Outcome.Judged(again.equals(Entry.PASSED));
        };
    }

    /// Whether the summer can still change the year: not assessed again yet, or away with leave when it was.
    boolean waitsForSummer() {
        var again = summer.get(Slot.KL);
        return mayBeAssessedAgain() && (again == null || again.equals(Entry.EXCUSED));
    }

    /// Circular 22/2021, art. 14, as far as the subject goes (the rest: [LearnerYear#mayBeAssessedAgain]); of a
    /// primary class what is not completed (Circular 27/2020, art. 9.2.a).
    public boolean mayBeAssessedAgain() {
        return switch (year()) {
            case Outcome.Average average -> !average.score().isAtLeast(ENOUGH);
            case Outcome.Judged judged -> !judged.passed();
            case Outcome.Levelled levelled ->
                levelled.level().equals(NOT_COMPLETED)
                        || levelled.test() != null && !levelled.test().isAtLeast(ENOUGH);
            case Outcome.Missing ignored -> false;
            case Outcome.Exempt ignored -> false;
            case Outcome.NotTaken ignored -> false;
        };
    }
}
