package vn.lopmo.assessment.interchange.word;

import org.jspecify.annotations.Nullable;

/// How a letter is set, after all styles were applied.
///
/// @param color six hex digits; null for the automatic one and black
/// @param highlight any mark behind the letter; null for none and white
/// @param rise 1 superscript, -1 subscript
public record Look(
        boolean bold,
        boolean italic,
        boolean underline,
        boolean strike,
        boolean hidden,
        @Nullable String color,
        @Nullable String highlight,
        int rise) {
    public static final Look PLAIN = new Look(false, false, false, false, false, null, null, 0);

    Look without(boolean dropBold, boolean dropItalic, boolean dropUnderline) {
        return new Look(
                bold && !dropBold,
                italic && !dropItalic,
                underline && !dropUnderline,
                strike,
                hidden,
                color,
                highlight,
                rise);
    }
}
