package vn.lopmo.assessment.interchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;

/// The points of a paper's questions as they are likely meant: those of the state exam from 2025 where the paper
/// has its forms, otherwise ten points spread evenly, in hundredths, with what is left over on the first questions.
final class Points {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal WHOLE = new BigDecimal("1.00");
    private static final int HUNDREDTHS = 1_000;

    private Points() {}

    static List<BigDecimal> of(List<Form> forms, @Nullable String subject) {
        boolean parts2025 = (forms.contains(Form.TRUE_FALSE_GROUP) || forms.contains(Form.SHORT_ANSWER))
                && !forms.contains(Form.ESSAY);
        return parts2025
                ? forms.stream()
                        .map(form -> of2025(form, "toan".equals(subject)))
                        .toList()
                : even(forms.size());
    }

    private static BigDecimal of2025(Form form, boolean mathematics) {
        return switch (form) {
            case SINGLE_CHOICE -> QUARTER;
            case TRUE_FALSE_GROUP, ESSAY -> WHOLE;
            case SHORT_ANSWER -> mathematics ? HALF : QUARTER;
        };
    }

    private static List<BigDecimal> even(int count) {
        var points = new ArrayList<BigDecimal>();
        for (int i = 0; i < count; i++) {
            int hundredths = HUNDREDTHS / count + (i < HUNDREDTHS % count ? 1 : 0);
            points.add(BigDecimal.valueOf(hundredths, 2).setScale(2, RoundingMode.UNNECESSARY));
        }
        return points;
    }
}
