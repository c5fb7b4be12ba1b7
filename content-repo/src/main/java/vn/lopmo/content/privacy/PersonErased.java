package vn.lopmo.content.privacy;

import java.util.UUID;

/// What lms-core tells when a person has become anonymous.
public record PersonErased(UUID schoolId, UUID personId) {}
