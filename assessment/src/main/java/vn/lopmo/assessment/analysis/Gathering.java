package vn.lopmo.assessment.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.Traces.Place;
import vn.lopmo.assessment.analysis.classical.MarkTable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// Brings together what a class did. Questions that are worth nothing are left out, then those of which most answers
/// are still to be marked, then sittings that lack a mark on what is left: figures are only ever of complete rows.
@ApplicationScoped
class Gathering {
    private final Sittings sittings;
    private final PaperContents papers;
    private final Traces traces;

    Gathering(Sittings sittings, PaperContents papers, Traces traces) {
        this.sittings = sittings;
        this.papers = papers;
        this.traces = traces;
    }

    Taken of(Assignment assignment) {
        var handedIn = sittings.counting(assignment).stream()
                .filter(one -> one.handedInAt() != null)
                .toList();
        var ids = handedIn.stream().map(Sitting::id).toList();
        var marks = traces.marks(ids);
        var worth = papers.of(assignment).questions().stream()
                .filter(question -> question.points().signum() > 0)
                .toList();
        var questions =
                worth.stream().filter(question -> isMarked(question, ids, marks)).toList();
        var complete = handedIn.stream()
                .filter(sitting -> questions.stream()
                        .allMatch(question -> marks.containsKey(new Place(sitting.id(), question.id()))))
                .toList();
        var unmarked = worth.stream()
                .filter(question -> !questions.contains(question))
                .map(Question::number)
                .toList();
        return new Taken(
                complete.stream().map(Sitting::learnerId).toList(),
                columns(questions, complete),
                table(questions, complete, marks),
                handedIn.size() - complete.size(),
                unmarked);
    }

    private static boolean isMarked(Question question, List<UUID> sittings, Map<Place, BigDecimal> marks) {
        long marked = sittings.stream()
                .filter(sitting -> marks.containsKey(new Place(sitting, question.id())))
                .count();
        return marked * 2 >= sittings.size();
    }

    private static MarkTable table(List<Question> questions, List<Sitting> sittings, Map<Place, BigDecimal> marks) {
        var rows = sittings.stream()
                .map(sitting -> questions.stream()
                        .mapToDouble(question -> marks.getOrDefault(
                                        new Place(sitting.id(), question.id()), BigDecimal.ZERO)
                                .doubleValue())
                        .toArray())
                .toList();
        return MarkTable.of(
                rows,
                questions.stream()
                        .mapToDouble(question -> question.points().doubleValue())
                        .toArray());
    }

    private List<Taken.Column> columns(List<Question> questions, List<Sitting> complete) {
        var ids = complete.stream().map(Sitting::id).toList();
        var answers = traces.answers(ids);
        var seconds = traces.seconds(ids);
        var columns = new ArrayList<Taken.Column>();
        for (var question : questions) {
            var given = new ArrayList<@Nullable Answer>();
            var spent = new ArrayList<@Nullable Double>();
            for (var id : ids) {
                given.add(answers.get(new Place(id, question.id())));
                spent.add(seconds.get(new Place(id, question.id())));
            }
            columns.add(new Taken.Column(question, given, spent));
        }
        return columns;
    }
}
