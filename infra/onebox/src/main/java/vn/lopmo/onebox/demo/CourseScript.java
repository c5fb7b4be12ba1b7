package vn.lopmo.onebox.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The demo's courses, read from their plain-text file: `=` a course, `==` a section, `===` a lesson, `[kind]` a block.
final class CourseScript {
    record Course(
            String title, String subject, int grade, String teacher, List<String> classes, List<Section> sections) {}

    record Section(String title, List<Lesson> lessons) {}

    record Lesson(String title, int minutes, String summary, List<String> indicators, List<Block> blocks) {}

    /// @param argument what stands behind the bracket: a title, or a formula's three parts
    record Block(String kind, String argument, String html) {}

    /// What blocks point at, by title.
    record Links(Map<String, Material> materials, Map<String, String> assignments) {}

    record Material(String id, int version, String type) {}

    private CourseScript() {}

    static List<Course> read(String text) {
        var courses = new ArrayList<Course>();
        for (var line : text.split("\n(?==|\\[)")) {
            if (line.startsWith("===")) {
                courses.getLast().sections().getLast().lessons().add(lesson(cells(line, 3)));
            } else if (line.startsWith("==")) {
                courses.getLast().sections().add(new Section(line.substring(2).strip(), new ArrayList<>()));
            } else if (line.startsWith("=")) {
                courses.add(course(cells(line, 1)));
            } else {
                courses.getLast()
                        .sections()
                        .getLast()
                        .lessons()
                        .getLast()
                        .blocks()
                        .add(block(line));
            }
        }
        return courses;
    }

    private static List<String> cells(String line, int marks) {
        return List.of(line.substring(marks).strip().split("\\s*\\|\\s*"));
    }

    private static Course course(List<String> cells) {
        return new Course(
                cells.get(0),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                cells.get(3),
                List.of(cells.get(4).split(",")),
                new ArrayList<>());
    }

    private static Lesson lesson(List<String> cells) {
        List<String> indicators = cells.size() > 3 ? List.of(cells.get(3).split(" ")) : List.of();
        return new Lesson(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2), indicators, new ArrayList<>());
    }

    private static Block block(String text) {
        int end = text.indexOf(']');
        int line = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        return new Block(
                text.substring(1, end),
                text.substring(end + 1, line).strip(),
                text.substring(line).strip());
    }

    static Map<String, Object> json(Block block, Links links) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", UUID.randomUUID().toString());
        json.put("kind", block.kind());
        var cells = block.argument().split("\\s*\\|\\s*");
        switch (block.kind()) {
            case "formula" -> {
                json.put("latex", cells[0]);
                json.put("mathml", cells[1]);
                json.put("note", cells[2]);
            }
            case "task" -> {
                json.put("title", cells[0]);
                json.put("html", block.html());
                json.put("indicators", cells.length > 1 ? List.of(cells[1].split(" ")) : List.of());
            }
            case "material" -> {
                var material = Objects.requireNonNull(links.materials().get(block.argument()), block.argument());
                json.put("materialId", material.id());
                json.put("version", material.version());
                json.put("title", block.argument());
                json.put("type", material.type());
                json.put("note", "");
            }
            case "quiz" -> {
                json.put("assignmentId", links.assignments().get(block.argument()));
                json.put("title", block.argument());
            }
            default -> json.put("html", block.html());
        }
        return json;
    }
}
