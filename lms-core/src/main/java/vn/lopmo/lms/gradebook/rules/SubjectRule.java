package vn.lopmo.lms.gradebook.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one subject of one grade is assessed.
///
/// @param regular how many regular scores a term asks for; 0 in a primary class
/// @param elective counts for those only who have any entry in it
/// @param part the subject that this one is a part of in the result: music and art of Arts in grades 6 to 9
/// @param testAtMid whether a primary class has a test in the middle of a term
/// @param traits the qualities and abilities that a result waits for; none for a subject
public record SubjectRule(
        String subject,
        Scheme scheme,
        int periods,
        int regular,
        boolean elective,
        @Nullable String part,
        boolean testAtMid,
        boolean testAtEnd,
        List<Trait> traits) {
    /// Conduct and the like, kept beside the subjects by whoever leads the class.
    public static final String CONDUCT_SUBJECT = "ren-luyen";

    private static final int FEW_PERIODS = 35;
    private static final int MANY_PERIODS = 70;

    /// A column of the mark book.
    ///
    /// @param needed whether a result waits for it
    public record Column(Slot slot, Entry entry, boolean needed) {}

    public SubjectRule(
            String subject,
            Scheme scheme,
            int periods,
            int regular,
            boolean elective,
            @Nullable String part,
            boolean testAtMid,
            boolean testAtEnd) {
        this(subject, scheme, periods, regular, elective, part, testAtMid, testAtEnd, List.of());
    }

    public static SubjectRule scored(String subject, int periods) {
        return new SubjectRule(subject, Scheme.SCORED, periods, regularScores(periods), false, null, false, false);
    }

    public static SubjectRule remarked(String subject, int periods) {
        return new SubjectRule(subject, Scheme.REMARKED, periods, REGULAR_REMARKS, false, null, false, false);
    }

    /// The number of regular scores follows the periods.
    SubjectRule withPeriods(int periods) {
        int asked = scheme == Scheme.SCORED ? regularScores(periods) : regular;
        return new SubjectRule(subject, scheme, periods, asked, elective, part, testAtMid, testAtEnd, traits);
    }

    /// Circular 22/2021, art. 6.3.a: two regular assessments a term where there is a remark only.
    public static final int REGULAR_REMARKS = 2;

    /// Circular 22/2021, art. 6.3.b: up to 35 periods a year two regular scores a term, up to 70 three, above four.
    public static int regularScores(int periods) {
        if (periods <= FEW_PERIODS) {
            return 2;
        }
        return periods <= MANY_PERIODS ? 3 : 4;
    }

    /// The columns of a term, those of the summer for [Slot#SUMMER].
    public List<Column> columns(int term) {
        return term == Slot.SUMMER ? ofSummer() : ofTerm();
    }

    public Optional<Column> column(int term, Slot slot) {
        return columns(term).stream().filter(column -> column.slot == slot).findFirst();
    }

    private List<Column> ofTerm() {
        return switch (scheme) {
            case SCORED -> secondary(Entry.SCORE);
            case REMARKED -> secondary(Entry.PASS);
            case PRIMARY -> primary();
            case CONDUCT ->
                List.of(new Column(Slot.RL, Entry.CONDUCT, true), away(Slot.VP), away(Slot.VK), text(Slot.NX));
            case TRAITS -> traitsOfTerm();
        };
    }

    private List<Column> secondary(Entry entry) {
        var columns = new ArrayList<Column>();
        for (int n = 0; n < Slot.REGULAR.size(); n++) {
            columns.add(new Column(Slot.REGULAR.get(n), entry, n < regular));
        }
        columns.add(new Column(Slot.GK, entry, true));
        columns.add(new Column(Slot.CK, entry, true));
        columns.add(text(Slot.NX));
        columns.add(new Column(Slot.MIEN, Entry.EXEMPTION, false));
        return columns;
    }

    private List<Column> primary() {
        var columns = new ArrayList<Column>();
        columns.add(new Column(Slot.GK, Entry.LEVEL, true));
        if (testAtMid) {
            columns.add(new Column(Slot.KTGK, Entry.WHOLE, true));
        }
        columns.add(text(Slot.NXGK));
        columns.add(new Column(Slot.CK, Entry.LEVEL, true));
        if (testAtEnd) {
            columns.add(new Column(Slot.KTCK, Entry.WHOLE, true));
        }
        columns.add(text(Slot.NXCK));
        columns.add(new Column(Slot.MIEN, Entry.EXEMPTION, false));
        return columns;
    }

    private List<Column> ofSummer() {
        return switch (scheme) {
            case SCORED -> List.of(new Column(Slot.KL, Entry.SCORE, false));
            case REMARKED -> List.of(new Column(Slot.KL, Entry.PASS, false));
            case CONDUCT -> List.of(new Column(Slot.RL, Entry.CONDUCT, false));
            case PRIMARY -> List.of(new Column(Slot.KL, Entry.LEVEL, false));
            case TRAITS -> traitsOfSummer();
        };
    }

    /// Nothing entered is nobody away.
    private static Column away(Slot slot) {
        return new Column(slot, Entry.COUNT, false);
    }

    private static Column text(Slot slot) {
        return new Column(slot, Entry.TEXT, false);
    }

    /// Each by itself; the one level for a whole group, as it was kept before, stays where it is.
    private List<Column> traitsOfTerm() {
        var columns = new ArrayList<Column>();
        for (var moment : Trait.Moment.values()) {
            for (var trait : Trait.values()) {
                columns.add(new Column(trait.slot(moment), Entry.TRAIT, traits.contains(trait)));
            }
        }
        for (var together : List.of(Slot.PCGK, Slot.NLGK, Slot.PCCK, Slot.NLCK)) {
            columns.add(new Column(together, Entry.TRAIT, false));
        }
        columns.addAll(List.of(away(Slot.VP), away(Slot.VK), text(Slot.NXGK), text(Slot.NXCK)));
        return columns;
    }

    private static List<Column> traitsOfSummer() {
        var columns = new ArrayList<Column>();
        for (var trait : Trait.values()) {
            columns.add(new Column(trait.slot(Trait.Moment.END), Entry.TRAIT, false));
        }
        columns.add(new Column(Slot.PCCK, Entry.TRAIT, false));
        columns.add(new Column(Slot.NLCK, Entry.TRAIT, false));
        return columns;
    }
}
