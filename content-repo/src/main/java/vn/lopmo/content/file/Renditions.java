package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.content.file.reading.PartsList;

/// What was made of a file for devices that cannot show the file itself, and its small picture.
@ApplicationScoped
class Renditions {
    static final String PREVIEW = "PREVIEW_PDF";

    private final Blobs blobs;
    private final Rows rows;

    Renditions(Blobs blobs, Rows rows) {
        this.blobs = blobs;
        this.rows = rows;
    }

    record Rendition(String hash, String mediaType, long size) {}

    private record Kind(UUID fileId, String name) {}

    void keep(StoredFile file, String kind, Path content, String mediaType) throws IOException {
        var hash = Sha256.of(content, seen -> {});
        long size = Files.size(content);
        blobs.keep(file.schoolId(), hash, content, mediaType);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.update(
                        "insert into file_rendition (file_id, kind, hash, media_type, size) values (?, ?, ?, ?, ?)"
                                + " on conflict (file_id, kind) do update set hash = excluded.hash, size = excluded.size",
                        file.id(),
                        kind,
                        hash,
                        mediaType,
                        size));
    }

    /// Takes the small picture that a child left in that folder.
    void keepThumbnail(StoredFile file, Path folder) throws IOException {
        var hash = PartsList.thumbnail(folder);
        for (var part : PartsList.in(folder)) {
            if (part.hash().equals(hash)) {
                keepThumbnail(file, part);
            }
        }
    }

    private void keepThumbnail(StoredFile file, PartsList.Part part) throws IOException {
        long size = Files.size(part.path());
        blobs.keep(file.schoolId(), part.hash(), part.path(), part.mediaType());
        QuarkusTransaction.requiringNew().run(() -> {
            rows.update(
                    "insert into file_part (file_id, hash, media_type, size) values (?, ?, ?, ?) on conflict do nothing",
                    file.id(),
                    part.hash(),
                    part.mediaType(),
                    size);
            rows.update("update stored_file set thumbnail = ? where id = ?", part.hash(), file.id());
        });
    }

    Optional<Rendition> find(UUID fileId, String kind) {
        return rows.find(
                "select hash, media_type, size from file_rendition where file_id = ? and kind = ?",
                row -> new Rendition(row.getString(1), row.getString(2), row.getLong(3)),
                fileId,
                kind);
    }

    Map<UUID, List<String>> of(Collection<UUID> fileIds) {
        return rows
                .query(
                        "select file_id, kind from file_rendition where file_id = any (?) order by kind",
                        row -> new Kind(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) fileIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Kind::fileId, Collectors.mapping(Kind::name, Collectors.toList())));
    }
}
