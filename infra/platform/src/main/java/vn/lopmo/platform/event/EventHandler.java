package vn.lopmo.platform.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a service does about one type of event of another. Runs in one transaction with the inbox row that keeps the
/// event from being handled twice; an exception rolls both back and the event comes again.
///
/// @param <T> the record that the body is read as; fields it does not know are passed over, so that producers may add
/// some
public interface EventHandler<T> {
    String type();

    Class<T> body();

    void handle(T event, Origin origin);

    /// The CloudEvents attributes of an event.
    record Origin(UUID id, Instant happenedAt) {}

    /// An event as it came.
    record Told<T>(T event, Origin origin) {}

    /// For events that come by the thousand, a school at once: all that lie there are handled in one transaction. If
    /// they fail together, each comes again alone.
    interface OfMany<T> extends EventHandler<T> {
        /// @param events in the order in which they were told
        void handleAll(List<Told<T>> events);

        @Override
        default void handle(T event, Origin origin) {
            handleAll(List.of(new Told<>(event, origin)));
        }
    }
}
