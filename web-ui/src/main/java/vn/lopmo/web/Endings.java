package vn.lopmo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What ended a while ago. A renewal may be on its way while its session ends, and come to be kept after the end.
/// Safe for any number of threads.
final class Endings {
    private final Cache<String, Ending> ofSessions;
    private final Cache<String, Ending> ofPeople;

    /// @param life how long a session could have lasted
    Endings(Duration life) {
        this.ofSessions = cache(life);
        this.ofPeople = cache(life);
    }

    private static Cache<String, Ending> cache(Duration life) {
        return Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(life).build();
    }

    void note(Ending ending) {
        (ending.isOfOneSession() ? ofSessions : ofPeople)
                .asMap()
                .merge(ending.whose(), ending, (one, other) -> one.at() > other.at() ? one : other);
    }

    boolean hold(Session session) {
        var origin = session.origin();
        return isOf(ofSessions.getIfPresent(origin.sid()), session)
                || isOf(ofPeople.getIfPresent(origin.subject()), session);
    }

    private static boolean isOf(@Nullable Ending ending, Session session) {
        return ending != null && ending.isOf(session);
    }
}
