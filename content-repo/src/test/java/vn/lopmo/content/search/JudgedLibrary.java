package vn.lopmo.content.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Subjects;

/// The library of `infra/bench/relevance`: several hundred short materials over all subjects and grades, and
/// queries with what they should find, judged by hand.
final class JudgedLibrary {
    static final UUID SCHOOL = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final List<String> TESTS = List.of("gk", "ck", "pb");
    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");

    private final Map<String, Findable> materials = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final List<Judged> queries = new ArrayList<>();
    private int tests;

    private record Topic(
            String id, String subject, int grade, String title, List<String> keywords, List<String> pages) {}

    /// @param asIs a slip, not to be typed in other ways
    record Judged(String words, Map<UUID, Integer> grades, boolean asIs) {}

    private JudgedLibrary() {}

    static JudgedLibrary read(Path folder) throws IOException {
        var library = new JudgedLibrary();
        library.readTopics(Files.readAllLines(folder.resolve("topics.txt")));
        library.topics.values().forEach(library::add);
        for (String line : Files.readAllLines(folder.resolve("queries.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                library.addQuery(line);
            }
        }
        return library;
    }

    List<Findable> materials() {
        return List.copyOf(materials.values());
    }

    List<Judged> queries() {
        return queries;
    }

    String nameOf(UUID id) {
        return materials.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void readTopics(List<String> lines) {
        @Nullable Topic topic = null;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = line.split("\\s*\\|\\s*");
            if (cells.length == 5) {
                var keywords = Arrays.asList(cells[4].split("\\s*;\\s*"));
                topic = new Topic(
                        cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], keywords, new ArrayList<>());
                topics.put(topic.id, topic);
            } else if (topic != null) {
                topic.pages.add(line.strip());
            }
        }
    }

    private void add(Topic topic) {
        var subject = Subjects.nameOf(topic.subject) + " " + topic.grade;
        put(topic, "bai", MaterialType.BAI_GIANG, topic.title, topic.pages);
        put(
                topic,
                "kh",
                MaterialType.KE_HOACH_BAI_DAY,
                "Kế hoạch bài dạy " + subject + ": " + topic.title,
                List.of(
                        "Mục tiêu: học sinh nêu được nội dung bài. Thiết bị dạy học: máy chiếu, phiếu học tập.",
                        "Hoạt động khởi động, hình thành kiến thức, luyện tập, vận dụng. " + topic.pages.getFirst()));
        var test = TESTS.get(tests++ % TESTS.size());
        var title =
                switch (test) {
                    case "gk" -> "Đề kiểm tra giữa kì 1 " + subject;
                    case "ck" -> "Đề kiểm tra cuối kì 2 " + subject;
                    default -> "Phiếu bài tập " + subject;
                };
        put(
                topic,
                test,
                test.equals("pb") ? MaterialType.TAI_LIEU : MaterialType.DE_KIEM_TRA,
                title + ": " + topic.title,
                List.of(
                        "Trắc nghiệm khách quan và tự luận, thời gian làm bài 45 phút. " + topic.pages.getLast(),
                        "Câu 1. Em hãy trình bày về " + String.join(", ", topic.keywords) + "."));
        if (topic.pages.size() > 2) {
            put(topic, "doc", MaterialType.SACH, "Sổ tay " + topic.title, topic.pages);
        }
    }

    private void put(Topic topic, String kind, MaterialType type, String title, List<String> pages) {
        var name = topic.id + "." + kind;
        var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var metadata = metadata(topic, type, title);
        var file = UUID.nameUUIDFromBytes((name + "/file").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var published = FIRST.plus(materials.size(), ChronoUnit.HOURS);
        materials.put(
                name,
                new Findable(
                        id,
                        SCHOOL,
                        1,
                        metadata,
                        Set.of("all", Reach.CURATOR),
                        null,
                        null,
                        published,
                        List.of(),
                        () -> pages(file, pages)));
    }

    private static Stream<FilePages.Text> pages(UUID file, List<String> pages) {
        return IntStream.range(0, pages.size()).mapToObj(n -> new FilePages.Text(file, n + 1, null, pages.get(n)));
    }

    private static Metadata metadata(Topic topic, MaterialType type, String title) {
        return new MetadataEdit()
                .title(title)
                .type(type)
                .subject(topic.subject)
                .grades(List.of(topic.grade))
                .licence(Licence.CC_BY_SA)
                .author("Tổ " + Subjects.nameOf(topic.subject))
                .keywords(topic.keywords)
                .done();
    }

    private void addQuery(String line) {
        boolean asIs = line.startsWith("~");
        var halves = (asIs ? line.substring(1) : line).strip().split("\\s*\\|\\s*");
        var grades = new LinkedHashMap<UUID, Integer>();
        for (String judgement : halves[1].split("\\s*;\\s*")) {
            int equals = judgement.lastIndexOf('=');
            int grade = Integer.parseInt(judgement.substring(equals + 1));
            var chosen = chosen(judgement.substring(0, equals));
            if (chosen.isEmpty() && !judgement.startsWith("@")) {
                throw new IllegalArgumentException("nothing is called " + judgement);
            }
            chosen.forEach(id -> grades.merge(id, grade, Math::max));
        }
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("nothing fits " + line);
        }
        queries.add(new Judged(halves[0], grades, asIs));
    }

    private List<UUID> chosen(String selector) {
        int dot = selector.lastIndexOf('.');
        var what = selector.substring(0, dot);
        var kind = selector.substring(dot + 1);
        return materials.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), what, kind))
                .map(entry -> entry.getValue().id())
                .toList();
    }

    private boolean fits(String name, String what, String kind) {
        int dot = name.lastIndexOf('.');
        var topic = Objects.requireNonNull(topics.get(name.substring(0, dot)));
        boolean kindFits = kind.equals("*") || kind.equals(name.substring(dot + 1));
        boolean topicFits =
                what.startsWith("@") ? what.equals("@" + topic.subject + "-" + topic.grade) : what.equals(topic.id);
        return kindFits && topicFits;
    }
}
