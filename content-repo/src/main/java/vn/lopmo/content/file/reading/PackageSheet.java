package vn.lopmo.content.file.reading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a package says of itself: how it is played, where it begins, what it consists of, whose it is.
///
/// @param language as the package writes it; "" if it does not say
/// @param licence the name of a licence of ours, if what the package says is one
/// @param start the page that it begins with; of an H5P package ""
public record PackageSheet(
        Runtime kind,
        String title,
        String description,
        String language,
        List<String> authors,
        @Nullable String licence,
        String source,
        String start,
        Organisation organisation) {
    /// How a package talks to whoever plays it.
    public enum Runtime {
        SCORM_12,
        SCORM_2004,
        H5P,
        HTML5
    }

    /// The order of the parts (SCORM 2004: the control mode of the course).
    ///
    /// @param choice the learner may pick any part
    /// @param flow after a part comes the next
    /// @param forwardOnly there is no way back
    public record Organisation(boolean choice, boolean flow, boolean forwardOnly, List<Item> items) {}

    /// A part or a heading, in the order of the course.
    ///
    /// @param level 0 at the top
    /// @param href null for a heading
    /// @param sco whether it reports to the runtime; what does not is done when it was opened
    /// @param prerequisites SCORM 1.2: items that come first, joined by `&` or `|`
    /// @param passingScore 0 to 1
    /// @param completionThreshold 0 to 1
    public record Item(
            String id,
            String title,
            int level,
            @Nullable String href,
            boolean sco,
            boolean hidden,
            @Nullable String prerequisites,
            @Nullable BigDecimal passingScore,
            @Nullable BigDecimal completionThreshold,
            @Nullable String launchData,
            @Nullable String maxTime,
            @Nullable String timeLimitAction,
            List<String> objectives) {}

    static final Organisation NO_PARTS = new Organisation(true, true, false, List.of());
}
