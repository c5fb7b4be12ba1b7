package vn.lopmo.onebox.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The demo's questions, read from their plain-text files.
///
/// A block begins with `@ LEVEL [DS|TLN|TL]`; `# subject grade | topic | indicators` holds for the blocks below it.
final class Questions {
    /// One item as the API takes it, with what the papers pick by.
    record Question(String subject, String topic, String form, Map<String, Object> content, Map<String, Object> meta) {}

    private static final Pattern STATEMENT = Pattern.compile("([a-d])\\) (.*) \\[(Đ|S)]");
    private static final Pattern OPTION = Pattern.compile("(\\*?)([A-D])\\. (.*)");

    private Questions() {}

    static List<Question> read(String text) {
        var questions = new ArrayList<Question>();
        List<String> heading = List.of();
        for (var block : text.split("\n(?=[@#])")) {
            if (block.startsWith("#")) {
                heading = List.of(block.strip().substring(1).strip().split("\\s*\\|\\s*"));
            } else {
                questions.add(question(heading, List.of(block.strip().split("\n"))));
            }
        }
        return questions;
    }

    private static Question question(List<String> heading, List<String> lines) {
        var first = lines.getFirst().substring(1).strip().split(" ");
        var kind = first.length > 1 ? first[1] : "TN";
        var subjectAndGrade = heading.getFirst().split(" ");
        var content = content(kind, lines);
        var meta = new LinkedHashMap<String, Object>();
        meta.put("subject", subjectAndGrade[0]);
        meta.put("grade", Integer.parseInt(subjectAndGrade[1]));
        meta.put("topic", heading.get(1));
        meta.put("cognitive", first[0]);
        meta.put("indicators", heading.size() > 2 ? List.of(heading.get(2).split(" ")) : List.of());
        meta.put("source", "Ngân hàng câu hỏi của trường");
        return new Question(subjectAndGrade[0], heading.get(1), String.valueOf(content.get("form")), content, meta);
    }

    private static Map<String, Object> content(String kind, List<String> lines) {
        var content = new LinkedHashMap<String, Object>();
        content.put("prompt", "<p>" + lines.get(1) + "</p>");
        var rest = lines.subList(2, lines.size());
        switch (kind) {
            case "DS" -> statements(content, rest);
            case "TLN" -> shortAnswer(content, rest);
            case "TL" -> essay(content, rest);
            default -> choice(content, rest);
        }
        content.put("explanation", explanation(rest));
        return content;
    }

    private static void choice(Map<String, Object> content, List<String> lines) {
        var options = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            var option = OPTION.matcher(line);
            if (option.matches()) {
                options.add(Map.of("id", option.group(2), "html", option.group(3)));
                if (!option.group(1).isEmpty()) {
                    content.put("key", option.group(2));
                }
            }
        }
        content.put("form", "SINGLE_CHOICE");
        content.put("options", options);
    }

    private static void statements(Map<String, Object> content, List<String> lines) {
        var statements = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            var statement = STATEMENT.matcher(line);
            if (statement.matches()) {
                statements.add(Map.of(
                        "id",
                        statement.group(1),
                        "html",
                        statement.group(2),
                        "key",
                        statement.group(3).equals("Đ")));
            }
        }
        content.put("form", "TRUE_FALSE_GROUP");
        content.put("statements", statements);
        content.put("scoring", "LADDER");
    }

    private static void shortAnswer(Map<String, Object> content, List<String> lines) {
        content.put("form", "SHORT_ANSWER");
        content.put("keys", List.of(lines.getFirst().substring(1).strip()));
    }

    private static void essay(Map<String, Object> content, List<String> lines) {
        content.put("form", "ESSAY");
        content.put("guide", "<p>" + lines.getFirst().substring(1).strip() + "</p>");
    }

    private static @org.jspecify.annotations.Nullable String explanation(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> "<p>" + line.substring(1).strip() + "</p>")
                .findFirst()
                .orElse(null);
    }
}
