package vn.lopmo.lms.organisation;

import java.time.Instant;
import java.util.UUID;

/// A person's data goes. Fired inside the transaction that makes him anonymous: every slice that keeps something of a
/// person observes it and erases, or cuts off from him, what is its own. What law keeps (marks) stays with the id.
public record PersonErased(UUID schoolId, UUID personId, Instant at) {}
