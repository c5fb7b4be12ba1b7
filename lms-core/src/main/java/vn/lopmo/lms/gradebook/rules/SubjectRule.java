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
public record SubjectRule(
        String subject,
        Scheme scheme,
        int periods,
        int regular,
        boolean elective,
        @Nullable String part,
        boolean testAtMid,
        boolean testAtEnd) {
    /// Conduct and the like, kept beside the subjects by whoever leads the class.
    public static final String CONDUCT_SUBJECT = "ren-luyen";

    private static final int FEW_PERIODS = 35;
    private static final int MANY_PERIODS = 70;

    /// A column of the mark book.
    ///
    /// @param needed whether a result waits for it
    public record Column(Slot slot, Entry entry, boolean needed) {}

    public static SubjectRule scored(String subject, int periods) {
        return new SubjectRule(subject, Scheme.SCORED, periods, regularScores(periods), false, null, false, false);
    }

    public static SubjectRule remarked(String subject, int periods) {
        return new SubjectRule(subject, Scheme.REMARKED, periods, REGULAR_REMARKS, false, null, false, false);
    }

    /// The number of regular scores follows the periods.
    SubjectRule withPeriods(int periods) {
        int asked = scheme == Scheme.SCORED ? regularScores(periods) : regular;
        return new SubjectRule(subject, scheme, periods, asked, elective, part, testAtMid, testAtEnd);
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
            case TRAITS ->
                List.of(
                        trait(Slot.PCGK),
                        trait(Slot.NLGK),
                        trait(Slot.PCCK),
                        trait(Slot.NLCK),
                        away(Slot.VP),
                        away(Slot.VK),
                        text(Slot.NXGK),
                        text(Slot.NXCK));
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
            case TRAITS ->
                List.of(new Column(Slot.PCCK, Entry.TRAIT, false), new Column(Slot.NLCK, Entry.TRAIT, false));
        };
    }

    /// Nothing entered is nobody away.
    private static Column away(Slot slot) {
        return new Column(slot, Entry.COUNT, false);
    }

    private static Column text(Slot slot) {
        return new Column(slot, Entry.TEXT, false);
    }

    private static Column trait(Slot slot) {
        return new Column(slot, Entry.TRAIT, true);
    }
}
