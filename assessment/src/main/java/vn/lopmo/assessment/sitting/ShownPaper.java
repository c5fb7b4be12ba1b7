package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /// By paper, the slots whose options stay in place: reading that from their words costs more than all the rest.
    private static final Cache<PaperContent, Set<UUID>> FIXED =
            Caffeine.newBuilder().weakKeys().build();

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
        var layout = new Layout(shuffling, seed, FIXED.get(paper, ShownPaper::fixed));
        return paper.sections().stream()
                .map(section -> section(section, layout))
                .toList();
    }

    private static Set<UUID> fixed(PaperContent paper) {
        return paper.questions().stream()
                .filter(question -> options(question).stream().anyMatch(ShownPaper::speaksOfOthers))
                .map(PaperContent.Question::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Option> options(PaperContent.Question question) {
        return Objects.requireNonNullElse(question.item().shown().options(), List.of());
    }

    private static Section section(PaperContent.Section section, Layout layout) {
        var questions = section.questions();
        if (layout.shuffling.items() && !questions.isEmpty()) {
            questions = new Mixing(layout.seed, questions.getFirst().number()).mixed(questions);
        }
        var items =
                questions.stream().map(question -> question(question, layout)).toList();
        return new Section(section.title(), section.instructions(), items);
    }

    private static Question question(PaperContent.Question question, Layout layout) {
        var shown = question.item().shown();
        var options = shown.options();
        boolean mixes = layout.shuffling.options() && shown.form() == Form.SINGLE_CHOICE;
        if (mixes && !layout.fixed.contains(question.id())) {
            options = new Mixing(layout.seed, -question.number()).mixed(options(question));
        }
        return new Question(
                question.id(),
                layout.nextNumber(),
                shown.form(),
                shown.prompt(),
                question.points(),
                options,
                shown.statements());
    }

    static boolean speaksOfOthers(Option option) {
        return SPEAKS_OF_OTHERS
                .matcher(VietnameseText.fold(RichText.plain(option.html())))
                .matches();
    }

    /// One learner's order; counts his questions through the whole paper.
    private static final class Layout {
        private final Shuffling shuffling;
        private final long seed;
        private final Set<UUID> fixed;
        private int last;

        Layout(Shuffling shuffling, long seed, Set<UUID> fixed) {
            this.shuffling = shuffling;
            this.seed = seed;
            this.fixed = fixed;
        }

        int nextNumber() {
            return ++last;
        }
    }
}
