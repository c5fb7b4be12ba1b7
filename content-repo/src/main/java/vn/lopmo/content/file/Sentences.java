package vn.lopmo.content.file;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.Titles;

/// What went wrong with a file, in the words and the language of who looks at it.
@ApplicationScoped
public class Sentences {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final CurrentVertxRequest current;

    Sentences(CurrentVertxRequest current) {
        this.current = current;
    }

    /// As it is written down: the slug, and what fills its sentence, bars between.
    static String kept(Refusal refusal) {
        var words = new StringBuilder(refusal.slug());
        for (Object argument : refusal.arguments()) {
            words.append('|').append(argument);
        }
        return words.toString();
    }

    public @Nullable String of(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        var words = kept.split("\\|", -1);
        return Titles.of(words[0], locale(), (Object[]) Arrays.copyOfRange(words, 1, words.length));
    }

    private Locale locale() {
        try {
            var context = current.getCurrent();
            var asked = context == null ? null : context.request().getHeader("Accept-Language");
            boolean english = Objects.requireNonNullElse(asked, "").startsWith("en");
            return english ? Locale.ENGLISH : VIETNAMESE;
        } catch (ContextNotActiveException nobodyAsks) {
            return VIETNAMESE;
        }
    }
}
