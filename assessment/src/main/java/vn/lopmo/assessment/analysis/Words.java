package vn.lopmo.assessment.analysis;

import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import vn.lopmo.platform.refusal.Titles;

/// The sentences for flags and the headings of the spreadsheet, in Vietnamese unless English is asked for.
final class Words {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final ResourceBundle.Control ROOT_IS_VIETNAMESE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern DECIMAL = Pattern.compile("−?\\d+\\.\\d+");

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("analysis", locale, Words.class.getClassLoader(), ROOT_IS_VIETNAMESE);
    }

    static Words of(HttpHeaders headers) {
        return new Words(headers.getAcceptableLanguages().stream()
                .filter(one ->
                        one.getLanguage().equals("vi") || one.getLanguage().equals("en"))
                .findFirst()
                .map(one -> Locale.of(one.getLanguage()))
                .orElse(VIETNAMESE));
    }

    String of(Flag flag) {
        return of(
                "flag." + flag.code(),
                flag.arguments().stream().map(this::spelt).toArray());
    }

    String of(String name, Object... arguments) {
        var pattern = bundle.getString(name);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    String ofRefusal(String slug) {
        return Titles.of(slug, locale);
    }

    Optional<String> find(String name) {
        return bundle.containsKey(name) ? Optional.of(bundle.getString(name)) : Optional.empty();
    }

    private String spelt(String argument) {
        boolean comma = locale.getLanguage().equals("vi");
        return comma && DECIMAL.matcher(argument).matches() ? argument.replace('.', ',') : argument;
    }
}
