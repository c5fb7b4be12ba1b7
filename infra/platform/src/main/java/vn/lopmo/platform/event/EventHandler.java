package vn.lopmo.platform.event;

import java.time.Instant;
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
}
