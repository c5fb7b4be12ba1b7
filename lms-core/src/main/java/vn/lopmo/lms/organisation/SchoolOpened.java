package vn.lopmo.lms.organisation;

import java.time.Instant;

/// A school was opened; told inside the transaction.
public record SchoolOpened(School school, Instant at) {}
