package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.word.Html;
import vn.lopmo.assessment.interchange.word.Rich;
import vn.lopmo.assessment.interchange.word.WordDocument;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.assessment.item.Scoring;

/// Finds the questions of a paper. Reads as a careful colleague would: what is written out beats what is only
/// marked, and what is not clear is left open for the teacher, never guessed.
public final class PaperReader {
    private static final Pattern CHOSEN =
            Pattern.compile("(?iu)chọn\\s*(?:đáp án|phương án)?\\s*:?\\s*([A-F])(?![\\p{L}\\d])");
    private static final Pattern TABLE_HEAD =
            Pattern.compile("(?iu)^(?:đúng|sai|mệnh đề|phát biểu|nội dung|đ|s|ý|stt|khẳng định)$");
    private static final Pattern OR = Pattern.compile("(?iu)\\s+hoặc\\s+");

    private final Html html;
    private final Marks marks;

    private PaperReader(Html html, Marks marks) {
        this.html = html;
        this.marks = marks;
    }

    /// @param addresses where each picture of the file is served
    public static List<FoundQuestion> read(WordDocument document, Map<String, String> addresses) {
        var groups = new PaperWalk(Lines.of(document.blocks())).walk();
        var shapes = groups.stream().map(Shape::of).toList();
        var reader = new PaperReader(new Html(addresses), Marks.of(shapes));
        return shapes.stream().map(reader::question).toList();
    }

    private FoundQuestion question(Shape shape) {
        var group = shape.group();
        return switch (shape.form()) {
            case SINGLE_CHOICE -> choice(shape);
            case TRUE_FALSE_GROUP -> found(group, group(shape), List.of());
            case SHORT_ANSWER -> found(group, shortAnswer(shape), List.of());
            case ESSAY -> found(group, essay(shape), List.of());
        };
    }

    private static FoundQuestion found(Group group, Draft content, List<String> marked) {
        return new FoundQuestion(
                group.number,
                group.part,
                List.copyOf(group.sources),
                content.cleaned(),
                marked,
                group.afterGap,
                group.level);
    }

    private FoundQuestion choice(Shape shape) {
        var group = shape.group();
        var written = written(group);
        var marked = new ArrayList<>(
                marks.choice(shape.parts()).stream().map(String::valueOf).toList());
        @Nullable String key = written.orElse(marked.size() == 1 ? marked.getFirst() : null);
        if (written.isPresent()
                && marked.size() == 1
                && !marked.contains(written.get())
                && written.get().length() == 1) {
            marked.add(written.get());
            key = null;
        }
        var options = shape.parts().stream()
                .map(part -> new Draft.Line(String.valueOf(part.letter()), content(part)))
                .toList();
        var content =
                new Draft(Form.SINGLE_CHOICE, prompt(shape), options, key, null, null, null, null, explanation(group));
        return found(group, content, key == null ? List.copyOf(marked) : List.of());
    }

    private static Optional<String> written(Group group) {
        var own =
                group.answers.stream().flatMap(key -> Keys.choice(key).stream()).findFirst();
        return own.or(() -> group.explanation.stream()
                .map(line -> CHOSEN.matcher(line.words()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst());
    }

    private Draft group(Shape shape) {
        var group = shape.group();
        var read = shape.parts().stream().map(Verdict::of).toList();
        var written = group.answers.stream()
                .map(key -> Keys.group(key, shape.parts().size()))
                .filter(keys -> !keys.isEmpty())
                .findFirst();
        @Nullable List<Character> marked = marks.group(shape.parts());
        boolean inline = read.stream().anyMatch(one -> one.key() != null);
        var claims = new ArrayList<Draft.Claim>();
        for (int i = 0; i < read.size(); i++) {
            var one = read.get(i);
            char letter = one.statement().letter();
            @Nullable Boolean byMark = marked == null || inline ? null : Boolean.valueOf(marked.contains(letter));
            @Nullable Boolean key = written.isPresent() ? written.get().get(i) : one.key() != null ? one.key() : byMark;
            claims.add(new Draft.Claim(String.valueOf(letter), content(one.statement()), key));
        }
        return new Draft(
                Form.TRUE_FALSE_GROUP,
                prompt(shape),
                null,
                null,
                claims,
                Scoring.LADDER,
                null,
                null,
                explanation(group));
    }

    private Draft shortAnswer(Shape shape) {
        var group = shape.group();
        var keys = group.answers.stream()
                .flatMap(key -> Keys.shortText(key).stream())
                .findFirst()
                .map(key -> List.of(OR.split(key)))
                .orElse(List.of());
        return new Draft(Form.SHORT_ANSWER, prompt(shape), null, null, null, null, keys, null, explanation(group));
    }

    private Draft essay(Shape shape) {
        var guide = explanation(shape.group());
        return new Draft(Form.ESSAY, prompt(shape), null, null, null, null, null, guide, null);
    }

    private String prompt(Shape shape) {
        var lines = shape.form() == Form.TRUE_FALSE_GROUP
                ? shape.prompt().stream()
                        .filter(line -> !TABLE_HEAD.matcher(line.words()).matches())
                        .toList()
                : shape.prompt();
        var own = Line.html(lines, html);
        var passage = shape.group().passage;
        return passage.isEmpty() ? own : "<blockquote>" + Line.html(passage, html) + "</blockquote>" + own;
    }

    /// What an option says, without what marks it as the key.
    private String content(Labelled part) {
        var lines = part.lines().stream()
                .map(line -> new Line(line.source(), unstarred(line).strip().unmarked(), line.table(), line.keys()))
                .toList();
        return Line.html(lines, html);
    }

    private static Rich unstarred(Line line) {
        var text = line.text().strip();
        return text.text().endsWith("*") ? text.cut(0, text.length() - 1) : text;
    }

    private @Nullable String explanation(Group group) {
        var written = Line.html(group.explanation, html);
        return written.isBlank() ? null : written;
    }
}
