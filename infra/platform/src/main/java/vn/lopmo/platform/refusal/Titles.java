package vn.lopmo.platform.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentence a person reads for a slug: the service's own `refusals` bundle first, then the platform's.
public final class Titles {
    static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<String> BUNDLES = List.of("refusals", "platform-refusals");
    private static final ResourceBundle.Control ROOT_IS_VIETNAMESE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Titles() {}

    public static String of(String slug, Locale locale, Object... arguments) {
        for (String bundle : BUNDLES) {
            try {
                var loader = Thread.currentThread().getContextClassLoader();
                var pattern = ResourceBundle.getBundle(bundle, locale, loader, ROOT_IS_VIETNAMESE)
                        .getString(slug);
                return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
            } catch (MissingResourceException absent) {
                // the next bundle may have it
            }
        }
        return slug;
    }
}
