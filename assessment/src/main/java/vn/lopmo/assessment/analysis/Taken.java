package vn.lopmo.assessment.analysis;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.MarkTable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.paper.PaperContent.Question;

/// What a class did on a paper: the questions that count, and of each learner everything on each of them. One sitting a
/// learner, handed in and marked.
///
/// @param learners who, in the order of the table's rows
/// @param columns one a question, in the order of the table's columns
/// @param waiting sittings left out because a mark is still to be given
/// @param unmarked numbers of the questions left out because most of their answers are not marked yet
public record Taken(
        List<UUID> learners, List<Column> columns, MarkTable table, int waiting, List<Integer> unmarked) {

    /// Answers to one question, in the order of the learners.
    ///
    /// @param answers null for a blank
    /// @param seconds spent on it; null where nothing is known
    record Column(Question question, List<@Nullable Answer> answers, List<@Nullable Double> seconds) {}

    boolean isEmpty() {
        return learners.isEmpty() || columns.isEmpty();
    }
}
