package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.assessment.item.Option;
import vn.lopmo.assessment.paper.Assignment.Shuffling;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// A paper as one learner sees it: without keys, in his own order. Items never leave their part, statements never
/// leave their group.
public final class ShownPaper {
    /// Options that speak of other options by letter or place: mixing them would change what they say.
    private static final Pattern SPEAKS_OF_OTHERS = Pattern.compile(
            "(tat ca|ca (hai|ba|bon|[234])|khong) (cac )?(dap an|phuong an|y|cau)( nao)?( tren| deu| o tren| con lai)?.*"
                    + "|(ca |chi )?[abcd]( ?, ?[abcd])*,? (va|hoac) [abcd]( deu)?( dung| sai)?\\.?"
                    + "|(all|none|both) of the above\\.?");

    private ShownPaper() {}

    /// A part with its items.
    public record Section(String title, String instructions, List<Question> items) {}

    /// An item without its key. The options keep their ids; the letter that is shown is the place in the list.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            UUID slot,
            int number,
            Form form,
            String prompt,
            BigDecimal points,
            @Nullable List<Option> options,
            @Nullable List<Option> statements) {}

    public static List<Section> of(PaperContent paper, Shuffling shuffling, long seed) {
        var numbering = new Numbering();
        return paper.sections().stream()
                .map(section -> section(section, shuffling, seed, numbering))
                .toList();
    }

    private static Section section(PaperContent.Section section, Shuffling shuffling, long seed, Numbering numbering) {
        var questions = section.questions();
        if (shuffling.items() && !questions.isEmpty()) {
            questions = new Mixing(seed, questions.getFirst().number()).mixed(questions);
        }
        var items = questions.stream()
                .map(question -> question(question, shuffling, seed, numbering.next()))
                .toList();
        return new Section(section.title(), section.instructions(), items);
    }

    private static Question question(PaperContent.Question question, Shuffling shuffling, long seed, int number) {
        var shown = question.item().shown();
        var options = shown.options();
        if (shuffling.options() && shown.form() == Form.SINGLE_CHOICE) {
            options = mixed(Objects.requireNonNullElse(options, List.of()), new Mixing(seed, -question.number()));
        }
        return new Question(
                question.id(), number, shown.form(), shown.prompt(), question.points(), options, shown.statements());
    }

    private static List<Option> mixed(List<Option> options, Mixing mixing) {
        return options.stream().anyMatch(ShownPaper::speaksOfOthers) ? options : mixing.mixed(options);
    }

    static boolean speaksOfOthers(Option option) {
        return SPEAKS_OF_OTHERS
                .matcher(VietnameseText.fold(RichText.plain(option.html())))
                .matches();
    }

    /// Counts the learner's questions through the whole paper.
    private static final class Numbering {
        private int last;

        int next() {
            return ++last;
        }
    }
}
