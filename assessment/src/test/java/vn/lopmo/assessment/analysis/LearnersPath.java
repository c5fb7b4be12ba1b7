package vn.lopmo.assessment.analysis;

import java.util.List;

/// The types that a learner is sent of his own path.
public final class LearnersPath {
    public static final List<Class<?>> ALL = List.of(OwnPath.Step.class);

    private LearnersPath() {}
}
