package vn.lopmo.lms.course.cartridge;

import java.util.List;
import java.util.Map;

/// A course as a file carries it.
///
/// @param files pictures and other bytes by their path in the file
public record Cartridge(String title, List<Unit> units, Map<String, byte[]> files) {
    public record Unit(String title, List<Lesson> lessons) {}

    public record Lesson(String title, List<Part> parts) {}

    /// One thing that a lesson consists of.
    public sealed interface Part {
        String title();
    }

    /// @param html body of a page; its pictures name paths of [#files]
    public record Page(String title, String html) implements Part {}

    public record Link(String title, String url) implements Part {}

    public record Topic(String title, String html) implements Part {}

    /// Questions in words; what is right is not carried on.
    public record Quiz(String title, List<Question> questions) implements Part {}

    public record Question(String html, List<String> choices) {}

    /// Something that is named but cannot be shown in a lesson.
    ///
    /// @param type as the cartridge calls it
    public record Other(String title, String type, String path) implements Part {}
}
