package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Visibility;

/// What is not within a reader's reach is not found, counted, offered, suggested or likened, and leaves no trace.
class WithinReachTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID CLASS_A = UUID.randomUUID();
    private static final UUID CLASS_B = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private static final Reach PUPIL_OF_A = reach(Set.of("all", "class:" + CLASS_A));
    private static final Reach PUPIL_OF_B = reach(Set.of("all", "class:" + CLASS_B));
    private static final Reach TEACHER = reach(Set.of("all", "staff"));
    private static final Reach BRINGER = reach(Set.of("all", "staff", "owner:" + OWNER));
    private static final Reach CURATOR = reach(Set.of("all", "staff", "curator"));

    @TempDir
    Path folder;

    private OpenIndex index;
    private LibrarySearch search;
    private Suggestions suggestions;
    private Similar similar;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final UUID forAll = add(described("Sóng âm và tiếng vang", Visibility.SCHOOL));
    private final UUID forClassB = add(described("Kịch bản Vở chèo Quan Âm", Visibility.CLASSES)
            .classIds(List.of(CLASS_B))
            .licence(Licence.TEACHING_EXCEPTION));
    private final UUID forStaff = add(described("Sổ tay coi thi nghiêm ngặt", Visibility.STAFF));
    private final UUID tomorrow =
            add(described("Đề minh hoạ tháng sau", Visibility.SCHOOL).availableFrom(NOW.plus(Duration.ofDays(1))));
    private final UUID yesterday =
            add(described("Thông báo hội khoẻ đã qua", Visibility.SCHOOL).availableUntil(NOW.minusSeconds(1)));
    private @Nullable List<Findable> library;

    private static Reach reach(Set<String> tokens) {
        return new Reach(SCHOOL, tokens, NOW);
    }

    private static MetadataEdit described(String title, Visibility visibility) {
        return new MetadataEdit()
                .title(title)
                .type(MaterialType.TAI_LIEU)
                .subject("am-nhac")
                .grades(List.of(8))
                .licence(Licence.CC_BY)
                .author("Tổ chuyên môn")
                .keywords(List.of(title.substring(0, title.lastIndexOf(' '))))
                .visibility(visibility);
    }

    private UUID add(MetadataEdit edit) {
        var metadata = edit.done();
        var id = UUID.randomUUID();
        var all = library == null ? new ArrayList<Findable>() : new ArrayList<>(library);
        all.add(findable(id, SCHOOL, metadata));
        library = all;
        return id;
    }

    private static Findable findable(UUID id, UUID school, Metadata metadata) {
        return new Findable(
                id,
                school,
                1,
                metadata,
                metadata.audience(OWNER),
                metadata.availableFrom(),
                metadata.availableUntil(),
                NOW.minus(Duration.ofDays(30)),
                List.of(),
                () -> Stream.of(new FilePages.Text(id, 1, null, "Nội dung trang của " + metadata.title() + ".")));
    }

    @BeforeEach
    void aLibrary() throws IOException {
        index = OpenIndex.at(folder, 16);
        var blocks = new Blocks(json);
        for (Findable each : java.util.Objects.requireNonNull(library)) {
            index.replace(each.id(), blocks.of(each));
        }
        var elsewhere = findable(
                UUID.randomUUID(),
                UUID.randomUUID(),
                described("Sóng âm trường bạn", Visibility.OPEN).done());
        index.replace(elsewhere.id(), blocks.of(elsewhere));
        index.refresh();
        search = new LibrarySearch(json);
        suggestions = new Suggestions(new Hits(json));
        similar = new Similar(new Hits(json));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void everybodyFindsWhatIsHis() {
        assertEquals(Set.of(forAll), found(PUPIL_OF_A, ""));
        assertEquals(Set.of(forAll, forClassB), found(PUPIL_OF_B, ""));
        assertEquals(Set.of(forAll, forStaff), found(TEACHER, ""));
        assertEquals(Set.of(forAll, forClassB, forStaff, tomorrow, yesterday), found(BRINGER, ""));
        assertEquals(Set.of(forAll, forClassB, forStaff, tomorrow, yesterday), found(CURATOR, ""));
    }

    @Test
    void anotherClassIsNeverSeen() throws IOException {
        for (String words : List.of("chèo", "vở chèo quan âm", "cheo quan am", "\"quan âm\"", "vở chè", "kichban")) {
            var found = ask(PUPIL_OF_A, words);
            assertFalse(found.hits().stream().anyMatch(hit -> hit.card().id().equals(forClassB)), words);
            assertTrue(found.total() <= 1, words);
            assertFalse(found.facets().containsKey(Fields.CLASS_FACET), words);
            assertFalse(
                    String.valueOf(found.facets().get(Fields.VISIBILITY_FACET)).contains("CLASSES"), words);
            var better = found.better();
            assertTrue(better == null || !better.words().contains("chèo"), words);
        }
        for (String typed : List.of("k", "ki", "kịch b", "vở ch", "chèo", "quan")) {
            assertTrue(suggested(PUPIL_OF_A, typed).isEmpty(), typed);
        }
        assertEquals(List.of("Kịch bản Vở chèo Quan", "Kịch bản Vở chèo Quan Âm"), suggested(PUPIL_OF_B, "kich b"));
        assertTrue(likened(PUPIL_OF_A, forClassB) == null);
        assertFalse(likenedTo(PUPIL_OF_A, forAll).contains(forClassB));
        assertNotNull(likened(PUPIL_OF_B, forClassB));
    }

    @Test
    void aReaderLearnsOfNoOtherClass() {
        assertEquals(Map.of(CLASS_B.toString(), 1), ask(PUPIL_OF_B, "").facets().get(Fields.CLASS_FACET));
        assertEquals(Map.of(CLASS_B.toString(), 1), ask(CURATOR, "").facets().get(Fields.CLASS_FACET));
        assertFalse(ask(BRINGER, "").facets().containsKey(Fields.CLASS_FACET));
    }

    @Test
    void embargoAndExpiryAreOfTheMoment() throws IOException {
        var later = new Reach(SCHOOL, PUPIL_OF_A.tokens(), NOW.plus(Duration.ofDays(2)));
        var earlier = new Reach(SCHOOL, PUPIL_OF_A.tokens(), NOW.minus(Duration.ofDays(2)));

        assertEquals(Set.of(), found(PUPIL_OF_A, "minh hoạ"));
        assertEquals(Set.of(tomorrow), found(later, "minh hoạ"));
        assertEquals(Set.of(), found(PUPIL_OF_A, "hội khoẻ"));
        assertEquals(Set.of(yesterday), found(earlier, "hội khoẻ"));
        assertEquals(Set.of(), found(at(NOW.plus(Duration.ofDays(1)).minusMillis(1)), "minh hoạ"));
        assertEquals(Set.of(tomorrow), found(at(NOW.plus(Duration.ofDays(1))), "minh hoạ"));
        assertEquals(Set.of(yesterday), found(at(NOW.minusSeconds(1).minusMillis(1)), "hội khoẻ"));
        assertEquals(Set.of(), found(at(NOW.minusSeconds(1)), "hội khoẻ"));
        assertTrue(suggested(PUPIL_OF_A, "đề minh").isEmpty());
        assertFalse(suggested(later, "đề minh").isEmpty());
    }

    private static Reach at(Instant moment) {
        return new Reach(SCHOOL, PUPIL_OF_A.tokens(), moment);
    }

    @Test
    void anotherSchoolIsNeverSeen() {
        assertEquals(Set.of(forAll), found(CURATOR, "sóng âm"));
        assertEquals(Set.of(), found(new Reach(UUID.randomUUID(), CURATOR.tokens(), NOW), ""));
    }

    @Test
    void whatIsKeptOfReadersIsDroppedWithoutHarm() {
        for (int n = 0; n < 600; n++) {
            var late = new Reach(SCHOOL, Set.of("all", "owner:" + UUID.randomUUID()), NOW.plus(Duration.ofHours(n)));
            assertEquals(n < 24 ? Set.of(forAll) : Set.of(forAll, tomorrow), found(late, ""));
            assertEquals(Set.of(), found(new Reach(UUID.randomUUID(), CURATOR.tokens(), NOW), ""));
        }
        assertEquals(Set.of(forAll, forClassB), found(PUPIL_OF_B, ""));
    }

    @Test
    void titlesCanStandInOrder() {
        var asked = new LibrarySearch.Asked("", Map.of(), Gathering.Order.TITLE, true, 0, 20);
        var titles = index.ask(searcher -> search.search(searcher, asked, CURATOR)).hits().stream()
                .map(hit -> hit.card().title().substring(0, 2))
                .toList();

        assertEquals(List.of("Đề", "Kị", "Só", "Sổ", "Th"), titles);
    }

    private LibrarySearch.Found ask(Reach reach, String words) {
        var asked = new LibrarySearch.Asked(words, Map.of(), null, true, 0, 20);
        return index.ask(searcher -> search.search(searcher, asked, reach));
    }

    private Set<UUID> found(Reach reach, String words) {
        var ids = new HashSet<UUID>();
        ask(reach, words).hits().stream()
                .filter(hit -> !hit.near())
                .forEach(hit -> ids.add(hit.card().id()));
        return ids;
    }

    private List<String> suggested(Reach reach, String typed) {
        return index.ask(searcher -> suggestions.of(searcher, typed, searcher.within(reach))).stream()
                .map(Suggestions.Suggestion::text)
                .toList();
    }

    private @Nullable List<Hits.Hit> likened(Reach reach, UUID id) {
        return index.ask(searcher -> similar.to(searcher, id, searcher.within(reach), 5))
                .orElse(null);
    }

    private List<UUID> likenedTo(Reach reach, UUID id) {
        return java.util.Objects.requireNonNull(likened(reach, id)).stream()
                .map(hit -> hit.card().id())
                .toList();
    }
}
