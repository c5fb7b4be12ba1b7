package vn.lopmo.assessment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.OptionFigures;
import vn.lopmo.assessment.analysis.classical.Thirds;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Mark;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// Makes a question's table of answers. Essays have none.
final class Choices {
    private static final int MOST_ANSWERS = 6;
    private static final int LONGEST = 120;

    private final Taken taken;
    private final Thirds thirds;
    private final int column;

    private Choices(Taken taken, Thirds thirds, int column) {
        this.taken = taken;
        this.thirds = thirds;
        this.column = column;
    }

    static List<Choice> of(Taken taken, Thirds thirds, int column) {
        var choices = new Choices(taken, thirds, column);
        return switch (taken.columns().get(column).question().item()) {
            case Item.SingleChoice choice -> choices.options(choice);
            case Item.TrueFalseGroup group -> choices.statements(group);
            case Item.ShortAnswer text -> choices.texts(text);
            case Item.Essay essay -> List.of();
        };
    }

    private List<Choice> options(Item.SingleChoice item) {
        var chosen = each(answer -> answer instanceof Answer.Choice(String id) ? id : null);
        var ids = new ArrayList<@Nullable String>();
        item.options().forEach(option -> ids.add(option.id()));
        ids.add(null);
        var figures = figures(chosen, ids);
        var lines = new ArrayList<Choice>();
        for (int i = 0; i < item.options().size(); i++) {
            var option = item.options().get(i);
            boolean key = isFull(item.mark(new Answer.Choice(option.id())));
            lines.add(new Choice(option.id(), shortened(RichText.readable(option.html())), key, figures.get(i)));
        }
        return withBlanks(lines, figures.getLast());
    }

    private List<Choice> statements(Item.TrueFalseGroup item) {
        var lines = new ArrayList<Choice>();
        for (var statement : item.statements()) {
            var judged = each(answer -> answer instanceof Answer.Statements(var given)
                            && Boolean.valueOf(statement.key()).equals(given.get(statement.id()))
                    ? "right"
                    : null);
            var figures = figures(judged, List.of("right")).getFirst();
            lines.add(new Choice(
                    statement.id(), shortened(RichText.readable(statement.html())), statement.key(), figures));
        }
        return lines;
    }

    /// The most frequent ones, however they were spaced and capitalised.
    private List<Choice> texts(Item.ShortAnswer item) {
        var typed = each(answer -> answer instanceof Answer.Text(String text)
                ? VietnameseText.tidy(text).toLowerCase(Locale.ROOT)
                : null);
        Map<String, Long> counts = typed.stream()
                .filter(text -> text != null && !text.isEmpty())
                .map(String::valueOf)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var often = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ANSWERS)
                .map(Map.Entry::getKey)
                .toList();
        var ids = new ArrayList<@Nullable String>(often);
        ids.add(null);
        var figures = figures(typed, ids);
        var lines = new ArrayList<>(IntStream.range(0, often.size())
                .mapToObj(i -> typed(item, often.get(i), figures.get(i)))
                .toList());
        return withBlanks(lines, figures.getLast());
    }

    private static Choice typed(Item.ShortAnswer item, String text, OptionFigures figures) {
        return new Choice(text, shortened(text), isFull(item.mark(new Answer.Text(text))), figures);
    }

    private static List<Choice> withBlanks(List<Choice> lines, OptionFigures blanks) {
        if (blanks.total() > 0) {
            lines.add(new Choice("", "", false, blanks));
        }
        return lines;
    }

    private List<@Nullable String> each(Function<@Nullable Answer, @Nullable String> reading) {
        var read = new ArrayList<@Nullable String>();
        for (var answer : taken.columns().get(column).answers()) {
            read.add(reading.apply(answer));
        }
        return read;
    }

    private List<OptionFigures> figures(List<@Nullable String> chosen, List<? extends @Nullable String> options) {
        return OptionFigures.of(taken.table(), thirds, column, chosen, options);
    }

    private static boolean isFull(Mark mark) {
        return Mark.FULL.equals(mark);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
