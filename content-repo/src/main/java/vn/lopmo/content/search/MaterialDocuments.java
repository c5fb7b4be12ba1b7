package vn.lopmo.content.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Subjects;

/// Turns a published material into its block of documents.
@ApplicationScoped
class MaterialDocuments {
    private final Materials materials;
    private final MaterialVersions versions;
    private final Attachments attachments;
    private final FilePages pages;
    private final ObjectMapper json;

    MaterialDocuments(
            Materials materials,
            MaterialVersions versions,
            Attachments attachments,
            FilePages pages,
            ObjectMapper json) {
        this.materials = materials;
        this.versions = versions;
        this.attachments = attachments;
        this.pages = pages;
        this.json = json;
    }

    private record Published(Material material, MaterialVersion version, List<Attachment> files) {}

    /// The material's pages, then itself; made one by one while they are taken. Empty if readers may not find it.
    Optional<Stream<Document>> of(UUID materialId) {
        return QuarkusTransaction.requiringNew().call(() -> load(materialId)).map(this::block);
    }

    private Optional<Published> load(UUID materialId) {
        return materials.findOfAnySchool(materialId).flatMap(material -> versions.findPublished(material)
                .map(version -> new Published(material, version, attachments.of(version.fileIds()))));
    }

    private Stream<Document> block(Published published) {
        var context = about(published.version.metadata()) + ". "
                + published.version.metadata().title();
        var syllables = Syllable.of(context);
        var ofPages = published.files.stream()
                .flatMap(file -> pagesOf(file.id()))
                .flatMap(page -> Passages.of(page.text()).stream().map(text -> page(published, page, text, syllables)));
        return Stream.concat(ofPages, Stream.of(published).map(this::material));
    }

    private Stream<FilePages.Text> pagesOf(UUID fileId) {
        return Stream.iterate(
                        pages.after(fileId, 0),
                        batch -> !batch.isEmpty(),
                        batch -> pages.after(fileId, batch.getLast().n()))
                .flatMap(List::stream);
    }

    private static Document page(Published published, FilePages.Text page, String text, List<Syllable> context) {
        var document = start(published, Fields.PAGE);
        var syllables = Syllable.of(text);
        document.add(Terms.folded(Fields.TEXT, syllables));
        document.add(Terms.pairs(Fields.TEXT_PAIRS, syllables));
        document.add(Terms.exact(Fields.TEXT_EXACT, syllables));
        document.add(Terms.folded(Fields.CONTEXT, context));
        document.add(new StoredField(Fields.STORED_TEXT, text));
        document.add(new StoredField(Fields.STORED_NUMBER, page.n()));
        return document;
    }

    private Document material(Published published) {
        var metadata = published.version.metadata();
        var title = Syllable.of(metadata.title());
        var document = start(published, Fields.MATERIAL);
        document.add(Terms.folded(Fields.TITLE, title));
        document.add(Terms.pairs(Fields.TITLE_PAIRS, title));
        document.add(Terms.exact(Fields.TITLE_EXACT, title));
        document.add(Terms.folded(Fields.ABOUT, Syllable.of(about(metadata))));
        document.add(new NumericDocValuesField(
                Fields.PUBLISHED, published.version.publishedAt().toEpochMilli()));
        document.add(new StoredField(Fields.STORED_CARD, write(card(published))));
        addFacets(metadata, document);
        return document;
    }

    private static Document start(Published published, String kind) {
        var document = new Document();
        document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
        document.add(new StringField(LibraryIndex.ID, published.material.id().toString(), Field.Store.NO));
        document.add(
                new StringField(Fields.SCHOOL, published.material.schoolId().toString(), Field.Store.NO));
        published
                .version
                .audience(published.material.ownerId())
                .forEach(token -> document.add(new StringField(Fields.AUDIENCE, token, Field.Store.NO)));
        document.add(new LongPoint(
                Fields.AVAILABLE, time(published.version.metadata().availableFrom(), Long.MIN_VALUE)));
        document.add(
                new LongPoint(Fields.GONE, time(published.version.metadata().availableUntil(), Long.MAX_VALUE)));
        return document;
    }

    private static long time(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.toEpochMilli();
    }

    private static void addFacets(Metadata metadata, Document document) {
        addFacet(Fields.SUBJECT_FACET, metadata.subject(), document);
        addFacet(Fields.TYPE_FACET, metadata.type(), document);
        addFacet(Fields.LICENCE_FACET, metadata.licence(), document);
        metadata.grades().forEach(grade -> addFacet(Fields.GRADE_FACET, grade, document));
    }

    private static void addFacet(String name, @Nullable Object value, Document document) {
        if (value != null) {
            document.add(new SortedSetDocValuesFacetField(name, value.toString()));
        }
    }

    /// Everything said about a material but its title, in the words that people search by.
    private static String about(Metadata metadata) {
        var grades = metadata.grades().stream().map(grade -> "lớp " + grade).collect(Collectors.joining(". "));
        var subject = metadata.subject() == null ? "" : Subjects.nameOf(metadata.subject());
        var type = metadata.type() == null ? "" : metadata.type().words();
        return Stream.of(
                        List.of(subject, grades, type, metadata.author(), metadata.textbook(), metadata.source()),
                        metadata.keywords(),
                        List.of(metadata.description()))
                .flatMap(List::stream)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(". "));
    }

    private static Card card(Published published) {
        var metadata = published.version.metadata();
        var first = published.files.stream().findFirst();
        return new Card(
                published.material.id(),
                published.version.version(),
                metadata.title(),
                metadata.description(),
                metadata.type(),
                metadata.subject(),
                metadata.grades(),
                metadata.licence(),
                metadata.author(),
                metadata.source(),
                published.files.stream()
                        .map(Attachment::pages)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                first.map(Attachment::mediaType).orElse(null),
                published.version.publishedAt());
    }

    private String write(Card card) {
        try {
            return json.writeValueAsString(card);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
