package vn.lopmo.lms.course;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// The bounds of what a lesson may hold. One per block: `place` names the block in the refusals.
///
/// @param knownIndicator whether the framework has a code
record BlockCheck(String place, Predicate<String> knownIndicator) {
    static final int LONGEST_TEXT = 100 * 1024;
    static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_CODE = 10_000;
    private static final int MOST_INDICATORS = 40;
    private static final Pattern OWN_ADDRESS = Pattern.compile("/api/[A-Za-z0-9/_.-]{1,300}");
    private static final Pattern WITHOUT_SECOND_DOT = Pattern.compile("([1-6]\\.[1-9])([A-Z]{2}[1-9][a-z])");

    @Nullable
    String rich(String field, @Nullable String html) {
        return html == null ? null : RichText.sanitise(bounded(field, html, LONGEST_TEXT));
    }

    @Nullable
    String line(String field, @Nullable String text) {
        return text == null ? null : VietnameseText.tidy(bounded(field, text, LONGEST_LINE));
    }

    /// Text that is read by a machine: spaces are kept.
    @Nullable
    String code(String field, @Nullable String text) {
        return text == null ? null : bounded(field, text, LONGEST_CODE);
    }

    /// Pictures come from this server only, never from elsewhere.
    @Nullable
    String ownAddress(@Nullable String url) {
        if (url == null || url.isEmpty()) {
            return url;
        }
        if (!OWN_ADDRESS.matcher(url).matches() || url.contains("..")) {
            throw refuse("url", "picture-from-elsewhere");
        }
        return url;
    }

    /// Other sites' pages only where the site is known, at the address where it lets itself be framed.
    @Nullable
    String framed(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return url;
        }
        return EmbedSites.framed(url).orElseThrow(() -> refuse("url", "embed-not-allowed"));
    }

    /// Codes in the letter's spelling; they are also met without the second dot (1.1CB1a).
    List<String> indicators(@Nullable List<String> codes) {
        if (codes == null) {
            return List.of();
        }
        if (codes.size() > MOST_INDICATORS) {
            throw refuse("indicators", "too-many-indicators");
        }
        var spelt = codes.stream().map(BlockCheck::spelling).distinct().toList();
        if (!spelt.stream().allMatch(knownIndicator)) {
            throw refuse("indicators", "unknown-indicator");
        }
        return spelt;
    }

    static String spelling(String code) {
        var tight = code.strip();
        var match = WITHOUT_SECOND_DOT.matcher(tight);
        return match.matches() ? match.group(1) + "." + match.group(2) : tight;
    }

    String atMost(String field, String text, int longest) {
        return bounded(field, text, longest);
    }

    private String bounded(String field, String text, int longest) {
        if (text.length() > longest) {
            throw refuse(field, "text-too-long");
        }
        return text;
    }

    private Refusal.Invalid refuse(String field, String slug) {
        var path = place.isEmpty() ? field : place + "." + field;
        return new Refusal.Invalid(slug, List.of(new Refusal.Field(path, slug, null)));
    }
}
