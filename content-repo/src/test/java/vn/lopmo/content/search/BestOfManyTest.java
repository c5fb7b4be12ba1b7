package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Visibility;

/// What cannot be among the best is not scored; the best are the same as if all had been.
class BestOfManyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Reach PUPIL = new Reach(SCHOOL, Set.of("all"), NOW);
    private static final Reach TEACHER = new Reach(SCHOOL, Set.of("all", "staff"), NOW);
    private static final int MATERIALS = 700;
    private static final int ALL = 5_000;
    /// From the most frequent on.
    private static final List<String> WORDS = List.of(
            "học", "bài", "toán", "lớp", "giáo", "án", "hình", "số", "văn", "kiểm", "tra", "đề", "phép", "cộng", "trừ",
            "mười", "góc", "tam", "giác", "thơ", "biển", "sóng", "âm", "đất", "nước", "kế", "hoạch", "dạy", "vectơ",
            "xác", "suất", "thống", "kê", "sinh", "tế", "bào", "10", "7", "quang", "hợp");

    @TempDir
    Path folder;

    private OpenIndex index;
    private LibrarySearch search;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final Random random = new Random(11);

    @BeforeEach
    void aLibraryThatWasChanged() throws IOException {
        index = OpenIndex.at(folder, 16);
        search = new LibrarySearch(json);
        for (int n = 0; n < MATERIALS; n++) {
            put(n);
            if (n % 200 == 199) {
                index.refresh();
            }
        }
        for (int n = 0; n < MATERIALS; n += 9) {
            if (n % 2 == 0) {
                index.remove(new UUID(1, n));
            } else {
                put(n);
            }
        }
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void put(int number) throws IOException {
        index.replace(new UUID(1, number), new Blocks(json).of(material(number)));
    }

    private Findable material(int number) {
        var metadata = new MetadataEdit()
                .title(words(2 + random.nextInt(4)))
                .description(words(random.nextInt(12)))
                .type(MaterialType.values()[number % 3])
                .subject("toan")
                .grades(List.of(1 + random.nextInt(12)))
                .licence(Licence.CC_BY)
                .author("Tổ chuyên môn")
                .keywords(List.of(words(2)))
                .visibility(number % 5 == 0 ? Visibility.STAFF : Visibility.SCHOOL)
                .done();
        var pages = IntStream.rangeClosed(1, random.nextInt(6))
                .mapToObj(n -> new FilePages.Text(new UUID(2, number), n, null, words(10 + random.nextInt(40)) + "."))
                .toList();
        return new Findable(
                new UUID(1, number),
                SCHOOL,
                1,
                metadata,
                metadata.audience(new UUID(3, 1)),
                null,
                null,
                NOW.minus(Duration.ofDays(random.nextInt(20))),
                List.of(),
                pages::stream);
    }

    private String words(int many) {
        return Stream.generate(this::word).limit(many).collect(Collectors.joining(" "));
    }

    private String word() {
        double share = random.nextDouble();
        return WORDS.get((int) (WORDS.size() * share * share));
    }

    private List<String> wishes() {
        var wishes = new ArrayList<>(List.of(
                "giáo án toán 10",
                "giao an lop 7",
                "kế hoạch bài dạy",
                "\"bài học\" toán",
                "\"tam giác\" \"phép cộng\"",
                "toan10",
                "học bài của lớp",
                "quang hop",
                "khongco hoc"));
        for (int n = 0; n < 60; n++) {
            wishes.add(words(1 + n % 6));
        }
        return wishes;
    }

    @Test
    void theBestAreTheSameAsIfAllWereScored() {
        int many = 0;
        for (String wish : wishes()) {
            for (var reach : List.of(PUPIL, TEACHER)) {
                for (Map<String, List<String>> chosen : List.of(
                        Map.<String, List<String>>of(),
                        Map.of(Fields.TYPE_FACET, List.of(MaterialType.values()[1].name())))) {
                    var all = ask(wish, reach, chosen, 0, ALL);
                    var best = ask(wish, reach, chosen, 0, 10);
                    var next = ask(wish, reach, chosen, 1, 10);

                    assertEquals(all.total(), best.total(), wish);
                    assertEquals(all.facets(), best.facets(), wish);
                    assertEquals(shown(all, 0, 10), shown(best, 0, 10), wish);
                    assertEquals(complete(all, 10, 20), complete(next, 0, 10), wish);
                    many += all.total() > 100 ? 1 : 0;
                }
            }
        }
        assertTrue(many > 50, many + " searches found more than is scored at once");
    }

    @Test
    void inAnotherOrderEachIsShownByTheSamePageAsByRelevance() {
        for (String wish : wishes()) {
            var byRelevance = complete(ask(wish, TEACHER, Map.of(), 0, ALL), 0, ALL);
            for (var order : List.of(Gathering.Order.NEWEST, Gathering.Order.TITLE)) {
                var all = complete(ask(wish, TEACHER, Map.of(), order, 0, ALL), 0, ALL);
                var second = complete(ask(wish, TEACHER, Map.of(), order, 1, 10), 0, 10);

                assertEquals(Set.copyOf(byRelevance), Set.copyOf(all), wish);
                assertEquals(all.stream().skip(10).limit(10).toList(), second, wish);
            }
        }
    }

    private LibrarySearch.Found ask(String wish, Reach reach, Map<String, List<String>> chosen, int page, int size) {
        return ask(wish, reach, chosen, null, page, size);
    }

    private LibrarySearch.Found ask(
            String wish,
            Reach reach,
            Map<String, List<String>> chosen,
            Gathering.@Nullable Order order,
            int page,
            int size) {
        var asked = new LibrarySearch.Asked(wish, chosen, order, true, page, size);
        return index.ask(searcher -> search.search(searcher, asked, reach));
    }

    private static List<String> shown(LibrarySearch.Found found, int from, int to) {
        return found.hits().stream()
                .skip(from)
                .limit(to - from)
                .map(hit -> hit.card().id() + " " + hit.page() + " " + hit.near())
                .toList();
    }

    private static List<String> complete(LibrarySearch.Found found, int from, int to) {
        return shown(found, from, to).stream()
                .filter(hit -> hit.endsWith("false"))
                .toList();
    }
}
