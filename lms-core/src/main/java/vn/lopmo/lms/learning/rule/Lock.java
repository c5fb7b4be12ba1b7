package vn.lopmo.lms.learning.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Why a lesson is not open to a learner now.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lock.NotYet.class, name = "notYet"),
    @JsonSubTypes.Type(value = Lock.Needs.class, name = "needs"),
    @JsonSubTypes.Type(value = Lock.Over.class, name = "over"),
})
public sealed interface Lock {
    record NotYet(Instant opensAt) implements Lock {}

    /// @param lessons those that are to be finished first, in the order of the course
    record Needs(List<LessonName> lessons) implements Lock {}

    record Over(Instant until) implements Lock {}

    record LessonName(UUID id, String title) {}
}
