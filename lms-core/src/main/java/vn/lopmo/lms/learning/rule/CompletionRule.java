package vn.lopmo.lms.learning.rule;

import java.util.List;
import java.util.Set;

/// What finishing a lesson takes: all of its conditions.
public record CompletionRule(List<Condition> conditions) {
    /// As long as a teacher says nothing else: all of it was seen.
    public static final CompletionRule USUAL = new CompletionRule(List.of(new Condition.Viewed()));

    public CompletionRule {
        conditions = List.copyOf(conditions);
    }

    /// What asks for a block that the lesson has no more asks for nothing. If nothing is left, the usual holds.
    ///
    /// @param blocks that can be asked for
    public CompletionRule within(Set<String> blocks) {
        var left = conditions.stream()
                .filter(condition -> condition.of().map(blocks::contains).orElse(true))
                .toList();
        return left.isEmpty() ? USUAL : new CompletionRule(left);
    }

    public boolean isMet(Work work) {
        return conditions.stream().allMatch(condition -> condition.isMet(work));
    }

    public boolean isUsual() {
        return equals(USUAL);
    }

    /// Whether what quizzes, packages or tasks brought has to be known.
    public boolean asksForBlocks() {
        return conditions.stream().anyMatch(condition -> condition.of().isPresent());
    }
}
