package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;

/// Reads a published material from the database and turns it into its block of documents.
@ApplicationScoped
class MaterialDocuments {
    private final Materials materials;
    private final MaterialVersions versions;
    private final Attachments attachments;
    private final FilePages pages;
    private final Blocks blocks;

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
        this.blocks = new Blocks(json);
    }

    /// The material's pages, then itself; made one by one while they are taken. Empty if readers may not find it.
    Optional<Stream<Document>> of(UUID materialId) {
        return QuarkusTransaction.requiringNew().call(() -> load(materialId)).map(blocks::of);
    }

    private Optional<Findable> load(UUID materialId) {
        return materials.findOfAnySchool(materialId).flatMap(material -> versions.findPublished(material)
                .map(version -> findable(material, version)));
    }

    private Findable findable(Material material, MaterialVersion version) {
        var files = attachments.of(version.fileIds());
        return new Findable(
                material.id(),
                material.schoolId(),
                version.version(),
                version.metadata(),
                version.audience(material.ownerId()),
                version.metadata().availableFrom(),
                version.metadata().availableUntil(),
                version.publishedAt(),
                files,
                () -> files.stream().map(Attachment::id).flatMap(this::pagesOf));
    }

    private Stream<FilePages.Text> pagesOf(UUID fileId) {
        return Stream.iterate(
                        pages.after(fileId, 0),
                        batch -> !batch.isEmpty(),
                        batch -> pages.after(fileId, batch.getLast().n()))
                .flatMap(List::stream);
    }
}
