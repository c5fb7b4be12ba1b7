package vn.lopmo.onebox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/// Writes the demo's questions and papers as their teachers would, assigns them, and lets a class take one.
final class Papers {
    static final String EXAM = "Kiểm tra 45 phút: Khối lượng riêng và áp suất";
    static final String PRACTICE = "Luyện tập: Tìm kiếm và an toàn trên mạng";
    static final String ESSAYS = "Luyện tập: Hằng đẳng thức và tứ giác";
    private static final Map<String, String> TEACHER =
            Map.of("khtn", "huyen.pham", "tin-hoc", "thao.nguyen", "toan", "duc.le");

    private final Access access;
    private final People people;
    private final Map<String, String> classIds;
    private final Map<String, String> assignments = new HashMap<>();
    private final Map<String, Questions.Question> questions = new LinkedHashMap<>();

    Papers(Access access, People people, Map<String, String> classIds) {
        this.access = access;
        this.people = people;
        this.classIds = classIds;
    }

    Map<String, String> write(List<Questions.Question> all) {
        for (var question : all) {
            var item = teacher(question.subject())
                    .post("/items", Map.of("content", question.content(), "meta", question.meta()));
            questions.put(item.get("id").asText(), question);
        }
        waitForMemberships();
        assign("khtn", EXAM, 45, List.of("8A", "8B"), question -> question.topic()
                .startsWith("Khối lượng"));
        assign(
                "tin-hoc",
                PRACTICE,
                30,
                List.of("6A", "6B"),
                question -> question.meta().get("indicators") instanceof List<?> some
                        && !some.isEmpty()
                        && !question.form().equals("ESSAY"));
        assign(
                "toan",
                ESSAYS,
                30,
                List.of("8A"),
                question ->
                        question.subject().equals("toan") && !question.topic().startsWith("Luyện tập"));
        return assignments;
    }

    private Api teacher(String subject) {
        return people.as(TEACHER.getOrDefault(subject, "huyen.pham")).at(access.assessment());
    }

    /// Assessment hears through Kafka who teaches which class; a person would not notice the moment.
    private void waitForMemberships() {
        for (int tries = 0; tries < 120; tries++) {
            try {
                teacher("khtn").get("/assignments?classId=" + classIds.get("8B"));
                teacher("tin-hoc").get("/assignments?classId=" + classIds.get("6B"));
                return;
            } catch (IllegalStateException notYet) {
                Seeder.pause(java.time.Duration.ofMillis(500));
            }
        }
    }

    private void assign(
            String subject, String title, int minutes, List<String> classes, Predicate<Questions.Question> chosen) {
        var teacher = teacher(subject);
        int grade = classes.getFirst().charAt(0) - '0';
        var paper =
                teacher.post("/papers", Map.of("title", title, "subject", subject, "grade", grade, "minutes", minutes));
        var draft = new LinkedHashMap<String, Object>();
        draft.put("revision", paper.get("revision").asInt());
        draft.put("title", title);
        draft.put("subject", subject);
        draft.put("grade", grade);
        draft.put("minutes", minutes);
        draft.put("parts", parts(question -> question.subject().equals(subject) && chosen.test(question)));
        var paperId = paper.get("id").asText();
        teacher.put("/papers/" + paperId, draft);
        var now = Instant.now();
        var assignment = teacher.post(
                "/assignments",
                Map.of(
                        "paperId", paperId,
                        "title", title,
                        "classIds", classes.stream().map(classIds::get).toList(),
                        "opensAt", now.minus(1, ChronoUnit.HOURS).toString(),
                        "closesAt", now.plus(7, ChronoUnit.DAYS).toString(),
                        "minutes", minutes,
                        "shuffle", Map.of("items", true, "options", true)));
        assignments.put(title, assignment.get("id").asText());
    }

    private List<Map<String, Object>> parts(Predicate<Questions.Question> chosen) {
        var parts = new ArrayList<Map<String, Object>>();
        addPart(
                parts,
                chosen,
                "SINGLE_CHOICE",
                "Phần I. Chọn một phương án",
                "Mỗi câu em chỉ chọn một phương án.",
                0.25);
        addPart(
                parts,
                chosen,
                "TRUE_FALSE_GROUP",
                "Phần II. Đúng hay sai",
                "Ở mỗi ý a, b, c, d, em chọn Đúng hoặc Sai.",
                1);
        addPart(parts, chosen, "SHORT_ANSWER", "Phần III. Trả lời ngắn", "Em chỉ ghi kết quả.", 0.5);
        addPart(parts, chosen, "ESSAY", "Phần IV. Tự luận", "Em trình bày đầy đủ lập luận.", 3);
        return parts;
    }

    private void addPart(
            List<Map<String, Object>> parts,
            Predicate<Questions.Question> chosen,
            String form,
            String title,
            String instructions,
            double points) {
        var slots = questions.entrySet().stream()
                .filter(entry -> entry.getValue().form().equals(form) && chosen.test(entry.getValue()))
                .map(entry -> Map.of("itemId", entry.getKey(), "points", points))
                .toList();
        if (!slots.isEmpty()) {
            parts.add(Map.of("title", title, "instructions", instructions, "slots", slots));
        }
    }

    /// All of 6A but five take the practice and get it back; half of 8A hand in the essays, which wait for their
    /// teacher.
    void take(Map<String, List<String>> pupils) {
        var random = new Random(8);
        var sixth = pupils.getOrDefault("6A", List.of());
        sixth.stream().limit(Math.max(0, sixth.size() - 5)).forEach(pupil -> take(pupil, PRACTICE, random));
        pupils.getOrDefault("8A", List.of()).stream().skip(2).limit(14).forEach(pupil -> take(pupil, ESSAYS, random));
        teacher("tin-hoc").post("/assignments/" + assignments.get(PRACTICE) + "/release", Map.of("answers", false));
    }

    private void take(String username, String title, Random random) {
        var pupil = people.as(username).at(access.assessment());
        var sitting = pupil.post("/assignments/" + assignments.get(title) + "/sittings", Map.of());
        var path = "/sittings/" + sitting.get("sittingId").asText();
        var steps = new ArrayList<Map<String, Object>>();
        for (var part : sitting.get("parts")) {
            for (var item : part.get("items")) {
                var answer = answer(item, random);
                steps.add(Map.of(
                        "seq",
                        steps.size() + 1,
                        "slot",
                        item.get("slot").asText(),
                        "answer",
                        answer,
                        "typedAt",
                        Instant.now().toString()));
            }
        }
        pupil.put(path + "/answers", Map.of("steps", steps));
        pupil.post(path + "/hand-in", Map.of("seq", steps.size()));
    }

    /// Right about three times in four, as far as the pupil's page tells: the key is found again by the question's
    /// words.
    private Map<String, Object> answer(JsonNode item, Random random) {
        boolean knows = random.nextInt(4) != 0;
        var question = questions.values().stream()
                .filter(one -> item.get("prompt").asText().equals(one.content().get("prompt")))
                .findFirst();
        return switch (item.get("form").asText()) {
            case "SINGLE_CHOICE" -> {
                var options = item.get("options");
                var guess =
                        options.get(random.nextInt(options.size())).get("id").asText();
                yield Map.of(
                        "choice",
                        knows && question.isPresent() ? question.get().content().getOrDefault("key", guess) : guess);
            }
            case "TRUE_FALSE_GROUP" -> {
                var chosen = new LinkedHashMap<String, Boolean>();
                for (var statement : item.get("statements")) {
                    var id = statement.get("id").asText();
                    chosen.put(id, random.nextInt(5) == 0 ? random.nextBoolean() : key(question.orElse(null), id));
                }
                yield Map.of("statements", chosen);
            }
            case "SHORT_ANSWER" ->
                Map.of(
                        "text",
                        knows
                                        && question.isPresent()
                                        && question.get().content().get("keys") instanceof List<?> keys
                                ? String.valueOf(keys.getFirst())
                                : "12");
            default ->
                Map.of(
                        "essay",
                        "Em viết biểu thức thành bình phương của một hiệu cộng với một số dương, nên biểu thức luôn dương.");
        };
    }

    private static boolean key(Questions.@org.jspecify.annotations.Nullable Question question, String id) {
        return question != null
                && question.content().get("statements") instanceof List<?> statements
                && statements.stream()
                        .anyMatch(one -> one instanceof Map<?, ?> statement
                                && id.equals(statement.get("id"))
                                && Boolean.TRUE.equals(statement.get("key")));
    }
}
