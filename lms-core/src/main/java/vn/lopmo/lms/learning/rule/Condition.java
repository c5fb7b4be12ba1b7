package vn.lopmo.lms.learning.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;

/// One thing that finishing a lesson takes.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Viewed.class, name = "viewed"),
    @JsonSubTypes.Type(value = Condition.Minutes.class, name = "minutes"),
    @JsonSubTypes.Type(value = Condition.Score.class, name = "score"),
    @JsonSubTypes.Type(value = Condition.HandedIn.class, name = "handedIn"),
})
public sealed interface Condition {
    boolean isMet(Work work);

    /// The block of the lesson that it speaks of, if it speaks of one.
    default Optional<String> of() {
        return Optional.empty();
    }

    /// Every block was seen; what is played was played to its end.
    record Viewed() implements Condition {
        @Override
        public boolean isMet(Work work) {
            return work.parts() > 0 && work.seen() >= work.parts();
        }
    }

    /// The lesson was in front of the learner for so long, all in all.
    record Minutes(@Min(1) @Max(600) int minutes) implements Condition {
        @Override
        public boolean isMet(Work work) {
            return work.seconds() >= minutes * 60;
        }
    }

    /// A quiz or a package of the lesson brought so much of its greatest mark.
    ///
    /// @param percent 1 to 100
    record Score(
            @NotBlank @Size(max = 40) String block,
            @Min(1) @Max(100) int percent) implements Condition {
        @Override
        public boolean isMet(Work work) {
            var reached = work.shares().get(block);
            return reached != null && reached.compareTo(BigDecimal.valueOf(percent, 2)) >= 0;
        }

        @Override
        public Optional<String> of() {
            return Optional.of(block);
        }
    }

    /// A task of the lesson was handed in.
    record HandedIn(@NotBlank @Size(max = 40) String block) implements Condition {
        @Override
        public boolean isMet(Work work) {
            return work.handedIn().contains(block);
        }

        @Override
        public Optional<String> of() {
            return Optional.of(block);
        }
    }
}
