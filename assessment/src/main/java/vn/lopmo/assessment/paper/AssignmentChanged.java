package vn.lopmo.assessment.paper;

import java.util.UUID;

/// How an assignment is given has changed. Whoever changes it fires it in the transaction of the change.
public record AssignmentChanged(UUID id) {}
