package vn.lopmo.lms.gradebook.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.gradebook.rules.Level;
import vn.lopmo.lms.gradebook.rules.Promotion;
import vn.lopmo.lms.gradebook.rules.Promotion.Summer;

class PromotionWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "?",
            value = {
                "vi; 0; Rèn luyện Tốt, học tập Khá, nghỉ 0 buổi",
                "vi; ?; Rèn luyện Tốt, học tập Khá, chưa nhập số buổi nghỉ",
                "en; ?; Conduct Good, study Fair, sessions away not entered",
            })
    void whoeverGoesUpIsToldOnWhat(String language, @Nullable Integer away, String why) {
        var promotion = Promotion.secondary(Level.TOT, Level.KHA, away, Summer.OVER);

        assertEquals(List.of(why), PromotionWords.in(Locale.of(language)).why(promotion));
    }
}
