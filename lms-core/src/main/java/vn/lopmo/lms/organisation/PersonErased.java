package vn.lopmo.lms.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// A person's data goes. Fired inside the transaction that makes him anonymous, and told to the other services: every
/// slice and service that keeps something of a person observes it and erases, or cuts off from him, what is its own.
/// What law keeps (marks) stays with the id.
public record PersonErased(UUID schoolId, UUID personId, Instant at) implements DomainEvent {
    @Override
    @JsonIgnore
    public String type() {
        return "lms.person-erased.v1";
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return personId;
    }
}
