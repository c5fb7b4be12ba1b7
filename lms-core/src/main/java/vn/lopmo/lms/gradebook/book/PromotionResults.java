package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Promotion;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.rollover.YearResults;

/// What the change of the school year is told of the pupils of a class.
@ApplicationScoped
class PromotionResults implements YearResults {
    private final Years years;
    private final Rules rules;
    private final Locks locks;

    PromotionResults(Years years, Rules rules, Locks locks) {
        this.years = years;
        this.rules = rules;
        this.locks = locks;
    }

    @Override
    public Map<UUID, YearResult> of(SchoolClass schoolClass, Collection<UUID> learnerIds, Locale language) {
        var subjects = rules.of(schoolClass.schoolId(), schoolClass.grade());
        boolean over = Locks.isAllLocked(locks.ofClass(schoolClass.id()), subjects, Slot.SUMMER);
        var words = PromotionWords.in(language);
        var told = new HashMap<UUID, YearResult>();
        years.of(schoolClass, learnerIds).forEach((learner, year) -> {
            var promotion = year.promotion(Period.AFTER_SUMMER, over);
            told.put(learner, new YearResult(standing(promotion), String.join("\n", words.why(promotion))));
        });
        return told;
    }

    private static Standing standing(Promotion promotion) {
        return switch (promotion.standing()) {
            case PROMOTED -> Standing.GOES_UP;
            case MAY_MAKE_GOOD -> Standing.MAY_MAKE_GOOD;
            case NOT_PROMOTED -> Standing.STAYS;
            case PRINCIPAL_DECIDES -> Standing.PRINCIPAL_DECIDES;
            case WAITS -> Standing.UNKNOWN;
        };
    }
}
