package vn.lopmo.lms.gradebook.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a learner goes up a grade, and why not (lên lớp): Circular 22/2021, art. 12 for grades 6 to 12, Circular
/// 27/2020, art. 11 for grades 1 to 5.
///
/// @param away half-day sessions away in the year, with and without leave, one a day of the plan; null if
/// nobody entered any: that stands in nobody's way
/// @param reasons what stands in the way, in the order of the article; none if he goes up
public record Promotion(
        Standing standing,
        @Nullable Level conduct,
        @Nullable Level study,
        @Nullable PrimaryResult primary,
        @Nullable Integer away,
        List<Reason> reasons) {
    /// Circular 22/2021, art. 12.1.c.
    public static final int MOST_AWAY = 45;

    public enum Standing {
        PROMOTED,
        /// What is lacking can still be made good: conduct in the summer, subjects assessed again, a primary class'
        /// support and further assessment.
        MAY_MAKE_GOOD,
        NOT_PROMOTED,
        /// A primary pupil who has been supported and still does not complete: the principal decides either way.
        PRINCIPAL_DECIDES,
        /// Not all of the year is known.
        WAITS
    }

    /// What stands in the way, and the rule that says so.
    public enum Ground {
        CONDUCT("TT 22/2021, điều 12.1.a"),
        STUDY("TT 22/2021, điều 12.1.b"),
        AWAY("TT 22/2021, điều 12.1.c"),
        CONDUCT_UNKNOWN("TT 22/2021, điều 12.1.a"),
        STUDY_UNKNOWN("TT 22/2021, điều 12.1.b"),
        /// What is offered then.
        CONDUCT_IN_SUMMER("TT 22/2021, điều 13"),
        ASSESSED_AGAIN("TT 22/2021, điều 14"),
        NOT_COMPLETED("TT 27/2020, điều 11.1.a"),
        RESULT_UNKNOWN("TT 27/2020, điều 11.1.a"),
        SUPPORTED("TT 27/2020, điều 11.1.b"),
        PRINCIPAL("TT 27/2020, điều 11.1.c");

        private final String article;

        Ground(String article) {
            this.article = article;
        }

        public String article() {
            return article;
        }
    }

    /// @param subjects that may be assessed again; empty for other grounds
    public record Reason(Ground ground, List<String> subjects) {
        static Reason of(Ground ground) {
            return new Reason(ground, List.of());
        }
    }

    /// What the summer can still change.
    ///
    /// @param conduct whether conduct has not been judged again yet
    /// @param subjects below 5.0 or Chưa đạt (of a primary class: not completed) that have not been assessed again
    /// yet
    public record Summer(boolean conduct, List<String> subjects) {
        public static final Summer OVER = new Summer(false, List.of());
    }

    /// Circular 22/2021, art. 12: all three of conduct, study and presence; who fails in presence gains nothing by the
    /// summer.
    ///
    /// @param conduct of the year, with what was made good after art. 13; null if not known
    /// @param study of the year, with what was assessed again after art. 14; null if not known
    public static Promotion secondary(
            @Nullable Level conduct, @Nullable Level study, @Nullable Integer away, Summer summer) {
        var grounds = new ArrayList<Reason>();
        if (conduct == null || conduct == Level.CHUA_DAT) {
            grounds.add(Reason.of(conduct == null ? Ground.CONDUCT_UNKNOWN : Ground.CONDUCT));
        }
        if (study == null || study == Level.CHUA_DAT) {
            grounds.add(Reason.of(study == null ? Ground.STUDY_UNKNOWN : Ground.STUDY));
        }
        if (away != null && away > MOST_AWAY) {
            grounds.add(Reason.of(Ground.AWAY));
            return new Promotion(Standing.NOT_PROMOTED, conduct, study, null, away, grounds);
        }
        if (conduct == null || study == null) {
            return new Promotion(Standing.WAITS, conduct, study, null, away, grounds);
        }
        var offers = offers(conduct, study, summer);
        boolean good = offers.size() == grounds.size();
        if (good) {
            grounds.addAll(offers);
        }
        var lacking = good ? Standing.MAY_MAKE_GOOD : Standing.NOT_PROMOTED;
        return new Promotion(grounds.isEmpty() ? Standing.PROMOTED : lacking, conduct, study, null, away, grounds);
    }

    private static List<Reason> offers(Level conduct, Level study, Summer summer) {
        var offers = new ArrayList<Reason>();
        if (conduct == Level.CHUA_DAT && summer.conduct) {
            offers.add(Reason.of(Ground.CONDUCT_IN_SUMMER));
        }
        if (study == Level.CHUA_DAT && !summer.subjects.isEmpty()) {
            offers.add(new Reason(Ground.ASSESSED_AGAIN, summer.subjects));
        }
        return offers;
    }

    /// Circular 27/2020, art. 11.1: any of the upper three levels completes the class; the others are supported and
    /// assessed further, then the principal decides.
    ///
    /// @param result of the year, with what was assessed further; null if not known
    public static Promotion primary(@Nullable PrimaryResult result, @Nullable Integer away, Summer summer) {
        if (result == null) {
            return of(Standing.WAITS, result, away, Reason.of(Ground.RESULT_UNKNOWN));
        }
        if (result != PrimaryResult.CHUA_HOAN_THANH) {
            return of(Standing.PROMOTED, result, away);
        }
        var lacks = Reason.of(Ground.NOT_COMPLETED);
        return summer.conduct || !summer.subjects.isEmpty()
                ? of(Standing.MAY_MAKE_GOOD, result, away, lacks, new Reason(Ground.SUPPORTED, summer.subjects))
                : of(Standing.PRINCIPAL_DECIDES, result, away, lacks, Reason.of(Ground.PRINCIPAL));
    }

    private static Promotion of(
            Standing standing, @Nullable PrimaryResult result, @Nullable Integer away, Reason... reasons) {
        return new Promotion(standing, null, null, result, away, List.of(reasons));
    }
}
