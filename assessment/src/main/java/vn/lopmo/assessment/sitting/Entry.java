package vn.lopmo.assessment.sitting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// With what a learner comes to the door of an assignment.
///
/// @param device the device's own name for itself, the same after a reload
/// @param attempt `NEW` to begin again after a handed-in attempt
record Entry(
        @Nullable @Size(min = 1, max = 40) String device,
        @Nullable @Size(max = 40) String passcode,
        @Nullable @Valid SafeBrowser safeBrowser,
        @Nullable Wanted attempt) {
    static final Entry PLAIN = new Entry(null, null, null, null);

    enum Wanted {
        NEW
    }

    /// What the JavaScript API of Safe Exam Browser says on the learner's page.
    record SafeBrowser(
            @Nullable @Size(max = 2_000) String url,
            @Nullable @Size(max = 100) String configKeyHash) {}

    boolean wantsNew() {
        return attempt == Wanted.NEW;
    }
}
