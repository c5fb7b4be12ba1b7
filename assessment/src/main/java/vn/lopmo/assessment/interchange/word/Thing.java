package vn.lopmo.assessment.interchange.word;

import vn.lopmo.assessment.interchange.math.Formula;

/// What stands in a line of text without being a letter.
public sealed interface Thing {
    record Equation(Formula formula, boolean bold) implements Thing {}

    /// @param part the picture's name inside the file
    /// @param width in pixels as shown, 0 if unknown
    record Picture(String part, int width, int height) implements Thing {}

    /// Something that could not be read, said so in its place.
    record Lost(Kind kind) implements Thing {}

    enum Kind {
        FORMULA("[công thức không đọc được]"),
        PICTURE("[hình không đọc được]");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
