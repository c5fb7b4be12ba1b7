package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lopmo.platform.refusal.Refusal;

/// The one-time code that lets the first administrator in. After five wrong ones within a minute nobody is heard for
/// the rest of it.
@ApplicationScoped
class SetupCode {
    private static final int WRONG_AT_MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Optional<String> code;
    private final Clock clock;
    private final Deque<Instant> wrong = new ArrayDeque<>();

    SetupCode(@ConfigProperty(name = "lopmo.setup.code") Optional<String> code, Clock clock) {
        this.code = code.filter(text -> !text.isBlank());
        this.clock = clock;
    }

    synchronized void check(String typed) {
        var now = clock.instant();
        wrong.removeIf(at -> at.isBefore(now.minus(WINDOW)));
        if (wrong.size() >= WRONG_AT_MOST) {
            throw new Refusal.Unavailable("setup-too-many-tries", (int) WINDOW.toSeconds());
        }
        if (code.isEmpty() || !same(code.get(), typed.strip())) {
            wrong.add(now);
            throw new Refusal.Forbidden("setup-code-wrong");
        }
    }

    /// Takes as long for a code that is nearly right as for one that is all wrong.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
