package vn.lopmo.assessment.bank;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// What is known about an item beside what it asks.
///
/// @param indicators codes of the national digital-competency framework
/// @param outcome the required outcome (yêu cầu cần đạt) of the curriculum, in its words
/// @param source where it came from: a file and the question's place in it, a book, a person
/// @param materials of the library; a learner sees them with the explanation
public record Meta(
        @NotNull @Pattern(regexp = SUBJECTS) String subject,
        @Nullable @Min(1) @Max(12) Integer grade,
        @Nullable @Size(max = 200) String topic,
        @Nullable Cognitive cognitive,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> indicators,
        @Nullable @Size(max = 300) String source,
        @Nullable @Size(max = 400) String outcome,
        @Nullable @Size(max = MOST_MATERIALS) List<@NotNull @Valid MaterialRef> materials) {
    static final int MOST_MATERIALS = 5;
    public static final String SUBJECTS =
            "toan|ngu-van|tieng-anh|khtn|vat-li|hoa-hoc|sinh-hoc|lich-su-dia-li|lich-su|dia-li|gdcd|tin-hoc"
                    + "|cong-nghe|gdtc|am-nhac|mi-thuat|hdtn|gddp";

    public Meta {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        materials = materials == null ? List.of() : List.copyOf(materials);
        topic = tidy(topic);
        source = tidy(source);
        outcome = tidy(outcome);
    }

    /// Without an outcome and materials, as papers from Word come.
    public Meta(
            String subject,
            @Nullable Integer grade,
            @Nullable String topic,
            @Nullable Cognitive cognitive,
            @Nullable List<String> indicators,
            @Nullable String source) {
        this(subject, grade, topic, cognitive, indicators, source, null, null);
    }

    public List<String> indicators() {
        return indicators == null ? List.of() : indicators;
    }

    public List<MaterialRef> materials() {
        return materials == null ? List.of() : materials;
    }

    private static @Nullable String tidy(@Nullable String text) {
        var tidy = text == null ? "" : VietnameseText.tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }
}
