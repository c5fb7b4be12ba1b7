package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;

/// Walks a paper from top to bottom and gathers the lines of each question. One walk, one paper.
final class PaperWalk {
    private static final Pattern LISTED = Pattern.compile(
            "(?iu)(?:^|[\\s;,|])(?:câu\\s*)?(\\d{1,3})\\s*[-–.:)]?\\s*([A-F]|[ĐDSTF]{4})(?![\\p{L}\\d(])");
    private static final Pattern NUMBERED = Pattern.compile("(?iu)^\\s*(?:câu|bài)?\\s*(\\d{1,3})\\s*[-–.:)]\\s*(.*)$");

    private enum Place {
        HEAD,
        BODY,
        PASSAGE,
        EXPLANATION,
        ANSWERS
    }

    private record Passage(int from, int to, Part part, List<Line> lines) {}

    private final List<Line> lines;
    private final Pattern start;
    private final List<Group> groups = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private Place place = Place.HEAD;
    private Part part = Part.NONE;
    private @Nullable Group explained;

    PaperWalk(List<Line> lines) {
        this.lines = lines;
        boolean named = lines.stream()
                .anyMatch(line -> Phrases.QUESTION.matcher(line.text().text()).find());
        this.start = named ? Phrases.QUESTION : Phrases.PLAIN_QUESTION;
    }

    List<Group> walk() {
        for (Line line : lines) {
            step(line);
        }
        passages.forEach(this::hand);
        return groups;
    }

    private void step(Line line) {
        if (!line.keys().isEmpty()) {
            line.keys().forEach(entry -> answer(entry.number(), entry.key()));
            return;
        }
        var words = line.words();
        if (Phrases.END.matcher(words).matches()) {
            place = Place.ANSWERS;
        } else if (!groups.isEmpty() && line.table() == null && Phrases.announcesAnswers(words)) {
            place = Place.ANSWERS;
            part = Part.NONE;
        } else if (line.table() == null && Phrases.PART.matcher(words).matches() && !startsQuestion(line)) {
            part(line);
        } else if (place == Place.ANSWERS) {
            answerLine(line);
        } else if (!startQuestion(line)) {
            continueWith(line, words);
        }
    }

    private boolean startsQuestion(Line line) {
        return Phrases.QUESTION.matcher(line.text().text()).find();
    }

    private void part(Line line) {
        var words = line.words();
        if (place == Place.ANSWERS && !groups.isEmpty()) {
            part = groups.stream()
                    .map(group -> group.part)
                    .filter(known -> numeral(known.title()).equals(numeral(words)))
                    .findFirst()
                    .orElse(Part.NONE);
            return;
        }
        int bold = 0;
        while (bold < line.text().length()
                && line.text().atoms().get(bold).look().bold()) {
            bold++;
        }
        boolean split = bold > 0 && bold < line.text().length();
        var title = split ? line.text().cut(0, bold).text().strip() : words;
        var rest = split ? line.text().from(bold).text().strip() : "";
        part = new Part(part.index() + 1, limit(title, 200), limit(rest, 500), Phrases.form(words));
        place = Place.HEAD;
    }

    private static String limit(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static String numeral(String title) {
        var matcher = Pattern.compile("(?iu)^\\s*(?:phần\\s+)?([IVX]+|\\d|[A-D])(?![\\p{L}\\d])")
                .matcher(title);
        return matcher.find() ? matcher.group(1) : "";
    }

    private boolean startQuestion(Line line) {
        var matcher = start.matcher(line.text().text());
        if (line.table() != null || !matcher.find()) {
            return false;
        }
        int number = Integer.parseInt(matcher.group(1));
        @Nullable Group last = groups.isEmpty() ? null : groups.getLast();
        int expected = last == null || last.part != part ? 1 : last.number + 1;
        if (start == Phrases.PLAIN_QUESTION && number != expected && number != lastNumber() + 1) {
            return false;
        }
        var group = new Group(number, part);
        group.afterGap = number != expected && number != 1 && number != lastNumber() + 1;
        group.level = level(matcher);
        groups.add(group);
        place = Place.BODY;
        group.add(group.body, line.from(matcher.end()));
        return true;
    }

    private int lastNumber() {
        return groups.isEmpty() ? 0 : groups.getLast().number;
    }

    private static vn.lopmo.assessment.bank.@Nullable Cognitive level(Matcher matcher) {
        for (int i = 2; i <= matcher.groupCount(); i++) {
            var level = Phrases.level(matcher.group(i));
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    private void continueWith(Line line, String words) {
        var passage = line.table() == null ? Phrases.passage(words) : Optional.<Matcher>empty();
        if (passage.isPresent()) {
            place = Place.PASSAGE;
            passages.add(new Passage(
                    Integer.parseInt(passage.get().group(1)),
                    Integer.parseInt(passage.get().group(2)),
                    part,
                    new ArrayList<>(List.of(line))));
        } else if (place == Place.PASSAGE) {
            passages.getLast().lines.add(line);
        } else if (!groups.isEmpty() && place != Place.HEAD) {
            inQuestion(groups.getLast(), line, words);
        }
    }

    private void inQuestion(Group group, Line line, String words) {
        var explanation = Phrases.EXPLANATION.matcher(line.text().text());
        var answer = Phrases.ANSWER.matcher(line.text().text());
        var chosen = Phrases.CHOSEN.matcher(words);
        if (chosen.matches()) {
            group.sources.add(line.source());
            group.answers.add(chosen.group(1));
        } else if (answer.find()) {
            answered(group, line, answer.end());
        } else if (explanation.find()) {
            place = Place.EXPLANATION;
            group.add(group.explanation, line.from(explanation.end()));
        } else {
            group.add(place == Place.EXPLANATION ? group.explanation : group.body, line);
        }
    }

    private void answered(Group group, Line line, int end) {
        var key = Keys.plain(line.text().from(end));
        group.sources.add(line.source());
        if (!key.replaceAll("[.…_\\s]", "").isEmpty()) {
            group.answers.add(key);
        }
        if (group.part.form() == Form.ESSAY) {
            place = Place.EXPLANATION;
            group.explanation.add(line.from(end));
        }
    }

    /// After "ĐÁP ÁN": lists of keys, or each question again with its explanation.
    private void answerLine(Line line) {
        var words = Keys.plain(line.text());
        var listed = LISTED.matcher(words);
        var entries = new ArrayList<KeyTable.Entry>();
        while (listed.find()) {
            entries.add(new KeyTable.Entry(Integer.parseInt(listed.group(1)), listed.group(2)));
        }
        var numbered = NUMBERED.matcher(words);
        if (entries.size() > 1) {
            entries.forEach(entry -> answer(entry.number(), entry.key()));
        } else if (numbered.matches()) {
            explained = answer(
                    Integer.parseInt(numbered.group(1)),
                    numbered.group(2).replaceFirst("(?iu)^(?:chọn|đáp án)\\s*:?\\s*", ""));
        } else if (explained != null && !line.isBlank()) {
            explained.explanation.add(line);
        }
    }

    /// Gives a key to the first question of that number which can take it and has none from a table yet.
    private @Nullable Group answer(int number, String key) {
        for (Group group : groups) {
            boolean here = part == Part.NONE || place != Place.ANSWERS || group.part == part;
            if (group.number == number && here && group.answers.isEmpty() && takes(group, key)) {
                group.answers.add(key);
                return group;
            }
        }
        return null;
    }

    private static boolean takes(Group group, String key) {
        @Nullable Form form = group.part.form();
        if (form == null) {
            return true;
        }
        return switch (form) {
            case SINGLE_CHOICE -> Keys.choice(key).isPresent();
            case TRUE_FALSE_GROUP ->
                !Keys.group(key, 4).isEmpty() || !Keys.group(key, 3).isEmpty();
            case SHORT_ANSWER -> Keys.shortText(key).isPresent();
            case ESSAY -> true;
        };
    }

    private void hand(Passage passage) {
        var text = passage.lines.size() > 1 ? passage.lines.subList(1, passage.lines.size()) : passage.lines;
        for (Group group : groups) {
            if (group.part == passage.part && group.number >= passage.from && group.number <= passage.to) {
                group.passage.addAll(text);
                passage.lines.forEach(line -> group.sources.add(line.source()));
            }
        }
    }
}
