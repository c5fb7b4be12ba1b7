package vn.lopmo.lms.organisation.roster;

import org.jspecify.annotations.Nullable;

/// One field of a student that the list has otherwise than we.
record Change(String field, @Nullable String from, String to) {}
