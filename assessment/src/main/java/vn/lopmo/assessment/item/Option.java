package vn.lopmo.assessment.item;

/// One of the options of a choice, as a learner may see it. The id is the letter it had when it was written;
/// shuffling never changes it.
public record Option(String id, String html) {}
