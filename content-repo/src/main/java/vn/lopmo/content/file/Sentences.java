package vn.lopmo.content.file;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Titles;

/// What went wrong with a file, in the words and the language of who looks at it.
@ApplicationScoped
class Sentences {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final CurrentVertxRequest current;

    Sentences(CurrentVertxRequest current) {
        this.current = current;
    }

    @Nullable
    String of(@Nullable String slug) {
        return slug == null ? null : Titles.of(slug, locale());
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
