package vn.lopmo.assessment.sitting;

import java.util.List;

/// The types that a learner is sent while he takes a paper.
public final class LearnersResponses {
    public static final List<Class<?>> ALL = List.of(
            Opening.class, SittingResource.Saved.class, SittingResource.Heard.class, SittingResource.HandedIn.class);

    private LearnersResponses() {}
}
