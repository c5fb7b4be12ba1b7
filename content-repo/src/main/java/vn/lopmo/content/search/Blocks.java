package vn.lopmo.content.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Level;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.content.material.TextbookSet;

/// Makes the block of documents that the index keeps of a material: its pages, then itself. Safe for any number of
/// threads.
final class Blocks {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    /// Long enough for every title; a term of the index may not be longer than 32 KB.
    private static final int LONGEST_START = 400;

    private static final Map<TextbookSet, String> TEXTBOOK_SETS = Map.of(
            TextbookSet.KNTT, "Kết nối tri thức với cuộc sống",
            TextbookSet.CTST, "Chân trời sáng tạo",
            TextbookSet.CANH_DIEU, "Cánh Diều");

    private final ObjectMapper json;

    Blocks(ObjectMapper json) {
        this.json = json;
    }

    /// Made one by one while they are taken.
    Stream<Document> of(Findable findable) {
        var pages = findable.pages().get().flatMap(page -> Passages.of(page.text()).stream()
                .map(text -> page(findable, page, text)));
        return Stream.concat(pages, Stream.of(findable).map(this::material));
    }

    private static Document page(Findable findable, FilePages.Text page, String text) {
        var document = new Document();
        document.add(new StringField(Fields.ID, findable.id().toString(), Field.Store.NO));
        var syllables = Syllable.of(text);
        document.add(Terms.folded(Fields.TEXT, syllables));
        document.add(Terms.pairs(Fields.TEXT_PAIRS, syllables));
        document.add(new StoredField(Fields.STORED_TEXT, text));
        document.add(new StoredField(Fields.STORED_NUMBER, page.n()));
        document.add(new StoredField(Fields.STORED_FILE, page.fileId().toString()));
        return document;
    }

    private Document material(Findable findable) {
        var metadata = findable.metadata();
        var document = new Document();
        document.add(new StringField(Fields.ID, findable.id().toString(), Field.Store.NO));
        document.add(new StringField(Fields.KIND, Fields.MATERIAL, Field.Store.NO));
        document.add(Terms.none(Fields.TEXT));
        addWords(metadata, document);
        addReaders(findable, document);
        addFacets(findable, document);
        addStarts(metadata, document);
        document.add(new NumericDocValuesField(
                Fields.PUBLISHED, findable.publishedAt().toEpochMilli()));
        document.add(new SortedDocValuesField(Fields.TITLE_ORDER, TitleOrder.key(metadata.title())));
        document.add(new StoredField(Fields.STORED_CARD, write(card(findable))));
        return document;
    }

    private static void addWords(Metadata metadata, Document document) {
        var title = Syllable.of(metadata.title());
        document.add(Terms.folded(Fields.TITLE, title));
        document.add(Terms.pairs(Fields.TITLE_PAIRS, title));
        document.add(Terms.exact(Fields.TITLE_EXACT, title));
        var about = Syllable.of(about(metadata));
        document.add(Terms.folded(Fields.ABOUT, about));
        document.add(Terms.pairs(Fields.ABOUT_PAIRS, about));
        document.add(Terms.exact(Fields.ABOUT_EXACT, about));
    }

    private static void addReaders(Findable findable, Document document) {
        document.add(new StringField(Fields.SCHOOL, findable.schoolId().toString(), Field.Store.NO));
        for (String token : findable.audience()) {
            boolean always = !findable.isForATime() || Reach.isTimeless(token);
            document.add(new StringField(always ? Fields.AUDIENCE : Fields.AUDIENCE_FOR_A_TIME, token, Field.Store.NO));
        }
        if (findable.isForATime()) {
            document.add(new LongPoint(Fields.FROM, millis(findable.from(), Long.MIN_VALUE)));
            document.add(new LongPoint(Fields.UNTIL, millis(findable.until(), Long.MAX_VALUE)));
        }
    }

    private static long millis(@Nullable Instant at, long otherwise) {
        return at == null ? otherwise : at.toEpochMilli();
    }

    private static void addFacets(Findable findable, Document document) {
        var metadata = findable.metadata();
        addFacet(Fields.SUBJECT_FACET, metadata.subject(), document);
        addFacet(Fields.TYPE_FACET, metadata.type(), document);
        addFacet(Fields.LICENCE_FACET, metadata.licence(), document);
        addFacet(Fields.TEXTBOOK_FACET, metadata.textbookSet(), document);
        addFacet(Fields.VISIBILITY_FACET, metadata.visibleTo(), document);
        levels(metadata).forEach(level -> addFacet(Fields.LEVEL_FACET, level, document));
        addFacet(Fields.YEAR_FACET, findable.publishedAt().atZone(HERE).getYear(), document);
        metadata.grades().forEach(grade -> addFacet(Fields.GRADE_FACET, grade, document));
        findable.audience().stream()
                .filter(token -> token.startsWith(Reach.CLASS))
                .forEach(token -> addFacet(Fields.CLASS_FACET, token.substring(Reach.CLASS.length()), document));
    }

    private static Stream<Level> levels(Metadata metadata) {
        return metadata.grades().isEmpty()
                ? Stream.ofNullable(metadata.level())
                : metadata.grades().stream().map(Level::of).distinct();
    }

    private static void addFacet(String name, @Nullable Object value, Document document) {
        if (value != null) {
            document.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(name + "/" + value)));
        }
    }

    private static void addStarts(Metadata metadata, Document document) {
        addStart(Fields.TITLE_START, metadata.title(), document);
        topics(metadata).forEach(topic -> addStart(Fields.TOPIC_START, topic, document));
    }

    private static void addStart(String field, String words, Document document) {
        var folded = Suggestions.start(words);
        if (!folded.isEmpty() && words.length() <= LONGEST_START) {
            document.add(new StringField(field, folded + "\t" + words, Field.Store.NO));
        }
    }

    /// What a material is about, in the librarian's own words.
    private static Stream<String> topics(Metadata metadata) {
        return Stream.concat(metadata.keywords().stream(), Stream.of(metadata.lesson(), metadata.chapter()))
                .filter(topic -> !topic.isBlank())
                .distinct();
    }

    /// Everything said about a material but its title, in the words that people search by.
    private static String about(Metadata metadata) {
        var grades = metadata.grades().stream().map(grade -> "lớp " + grade).collect(Collectors.joining(". "));
        var subject = metadata.subject() == null ? "" : Subjects.nameOf(metadata.subject());
        var type = metadata.type() == null ? "" : metadata.type().words();
        return Stream.of(
                        List.of(subject, grades, type, textbook(metadata), metadata.chapter(), metadata.lesson()),
                        List.of(metadata.author(), metadata.unit(), metadata.source()),
                        metadata.keywords(),
                        metadata.outcomes(),
                        metadata.indicators(),
                        List.of(metadata.description()))
                .flatMap(List::stream)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(". "));
    }

    private static String textbook(Metadata metadata) {
        var set = metadata.textbookSet() == null ? "" : TEXTBOOK_SETS.getOrDefault(metadata.textbookSet(), "");
        return metadata.textbook() + " " + set;
    }

    private static Card card(Findable findable) {
        var metadata = findable.metadata();
        var first = findable.files().stream().findFirst();
        return new Card(
                findable.id(),
                findable.version(),
                metadata.title(),
                metadata.description(),
                metadata.type(),
                metadata.subject(),
                metadata.grades(),
                metadata.licence(),
                metadata.author(),
                metadata.source(),
                findable.files().stream()
                        .map(Attachment::pages)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                first.map(Attachment::mediaType).orElse(null),
                findable.publishedAt());
    }

    private String write(Card card) {
        try {
            return json.writeValueAsString(card);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
