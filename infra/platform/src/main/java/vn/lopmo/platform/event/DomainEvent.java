package vn.lopmo.platform.event;

import java.util.UUID;

/// Something that has happened, told to other services. A record of ids and values, never of names: what was told
/// cannot be called back.
public interface DomainEvent {
    /// Its topic and CloudEvents type, ending in a version: `lms.lesson-completed.v1`.
    String type();

    /// The learner or the aggregate: events of one key arrive in the order they were written.
    UUID key();
}
