package vn.lopmo.assessment.sitting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lopmo.assessment.paper.AddressRange;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.ConfigKey;
import vn.lopmo.platform.refusal.Refusal;

/// What an assignment asks of those who come in: the place, the browser, the passcode. Answers are saved without it:
/// who has begun must not lose anything because a network or a browser changed.
@ApplicationScoped
class Door {
    /// Within a minute from the first one, in each instance of the service.
    private static final int MOST_TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final Visits visits;
    private final Cache<Try, AtomicInteger> tried =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(WAIT).build();

    private record Try(UUID assignmentId, UUID learnerId) {}

    Door(Visits visits) {
        this.visits = visits;
    }

    /// For those who begin.
    void checkBeginning(Assignment assignment, UUID learnerId, Entry entry) {
        checkPlace(assignment.conditions(), entry);
        checkPasscode(assignment, learnerId, entry);
    }

    /// For those who come back, too: begun in the room and gone on at home is not at school.
    void checkPlace(Conditions conditions, Entry entry) {
        if (conditions.addresses().isEmpty() && !conditions.needsSafeBrowser()) {
            return;
        }
        var visit = visits.current();
        if (!conditions.addresses().isEmpty() && !isAt(conditions, visit)) {
            throw new Refusal.Forbidden("address-not-allowed");
        }
        if (conditions.needsSafeBrowser() && !isSafe(conditions, entry, visit)) {
            throw new Refusal.Forbidden("safe-browser-needed");
        }
    }

    private static boolean isAt(Conditions conditions, Visits.Visit visit) {
        return visit.address().stream()
                .anyMatch(here ->
                        conditions.addresses().stream().map(AddressRange::of).anyMatch(range -> range.has(here)));
    }

    /// By the header for the request's own URL, or by what the page's script was told for the page's URL.
    private static boolean isSafe(Conditions conditions, Entry entry, Visits.Visit visit) {
        var keys = conditions.sebConfigKeys();
        var told = entry.safeBrowser();
        return ConfigKey.proves(keys, visit.url(), visit.configKeyHash(), visit.hosts())
                || ConfigKey.proves(keys, visit.page(), visit.configKeyHash(), visit.hosts())
                || told != null && ConfigKey.proves(keys, told.url(), told.configKeyHash(), visit.hosts());
    }

    private void checkPasscode(Assignment assignment, UUID learnerId, Entry entry) {
        if (!assignment.conditions().needsPasscode()) {
            return;
        }
        var learner = new Try(assignment.id(), learnerId);
        var tries = Objects.requireNonNull(tried.get(learner, first -> new AtomicInteger()));
        // a question without a passcode is how a page asks whether one is needed; any other is counted before it is
        // looked at, so that asking at once gives no more tries
        int before = entry.passcode() == null ? tries.get() : tries.getAndIncrement();
        if (before >= MOST_TRIES) {
            throw new Refusal.Unavailable("passcode-wait", (int) WAIT.toSeconds());
        }
        if (!assignment.conditions().acceptsPasscode(entry.passcode())) {
            throw new Refusal.Forbidden("passcode-wrong");
        }
        tried.invalidate(learner);
    }
}
