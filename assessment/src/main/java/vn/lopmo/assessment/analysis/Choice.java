package vn.lopmo.assessment.analysis;

import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.OptionFigures;

/// A line of a question's table of answers: an option, a statement or an answer that was typed, and how many of each
/// third gave it. Of a statement it counts those who judged it rightly.
///
/// @param id empty for the blanks
/// @param isKey whether it is (one of) the right one(s); of a statement, whether it is true
record Choice(String id, String text, boolean isKey, OptionFigures figures) {
    boolean isBlank() {
        return id.isEmpty();
    }

    int top() {
        return figures.top();
    }

    @Nullable
    Double rest() {
        return figures.rest();
    }
}
