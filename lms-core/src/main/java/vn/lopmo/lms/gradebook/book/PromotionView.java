package vn.lopmo.lms.gradebook.book;

import java.util.List;
import vn.lopmo.lms.gradebook.rules.Promotion;
import vn.lopmo.lms.gradebook.rules.Promotion.Standing;

/// Whether somebody goes up a grade, and why or why not, in the reader's language.
record PromotionView(Standing standing, List<String> why) {
    static PromotionView of(Promotion promotion, PromotionWords words) {
        return new PromotionView(promotion.standing(), words.why(promotion));
    }
}
