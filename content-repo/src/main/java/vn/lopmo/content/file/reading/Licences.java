package vn.lopmo.content.file.reading;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a licence of ours out of what packages write: H5P's codes, Creative Commons' addresses, names in a text.
public final class Licences {
    private static final Map<String, String> H5P = Map.ofEntries(
            Map.entry("CC BY", "CC_BY"),
            Map.entry("CC BY-SA", "CC_BY_SA"),
            Map.entry("CC BY-ND", "CC_BY_ND"),
            Map.entry("CC BY-NC", "CC_BY_NC"),
            Map.entry("CC BY-NC-SA", "CC_BY_NC_SA"),
            Map.entry("CC BY-NC-ND", "CC_BY_NC_ND"),
            Map.entry("CC0 1.0", "CC0"),
            Map.entry("CC PDM", "CC0"),
            Map.entry("PD", "CC0"),
            Map.entry("C", "ALL_RIGHTS"));
    private static final Pattern NAMED = Pattern.compile(
            "creativecommons\\.org/licenses/(?<address>by(-nc)?(-sa|-nd)?)/|\\bCC[ -](?<name>BY(-NC)?(-SA|-ND)?)\\b"
                    + "|(?<zero>creativecommons\\.org/publicdomain/zero|\\bCC0\\b)",
            Pattern.CASE_INSENSITIVE);

    private Licences() {}

    /// @return null for "unknown", and for what is none of ours
    static @Nullable String ofH5p(String code) {
        return H5P.get(code.strip());
    }

    /// @return the name of a licence of ours, of whatever edition; null if none is named
    public static @Nullable String in(String text) {
        var found = NAMED.matcher(text);
        if (!found.find()) {
            return null;
        }
        if (found.group("zero") != null) {
            return "CC0";
        }
        var terms = found.group("address") != null ? found.group("address") : found.group("name");
        return "CC_" + terms.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
