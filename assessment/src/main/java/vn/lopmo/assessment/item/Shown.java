package vn.lopmo.assessment.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a learner may see of an item: no key, no explanation, no guide. A type of its own, so that a key cannot
/// slip through.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shown(
        Form form,
        String prompt,
        @Nullable List<Option> options,
        @Nullable List<Option> statements) {
    static Shown text(Form form, String prompt) {
        return new Shown(form, prompt, null, null);
    }
}
