package vn.lopmo.assessment.interchange.exam;

import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;

/// A part of a paper as its heading tells it.
///
/// @param form what its questions are, if the heading says so
public record Part(
        int index,
        String title,
        String instructions,
        @Nullable Form form) {
    static final Part NONE = new Part(0, "", "", null);
}
