package vn.lopmo.content.bookmark;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Readers;
import vn.lopmo.content.material.Readership;

/// What the caller is reading, and what he wrote. What is not for him any more is not shown; it is there again when it
/// is.
@Path("/my")
class MyResource {
    private static final int MOST = 30;
    private static final int SHOWN = 12;

    private final Positions positions;
    private final Notes notes;
    private final Materials materials;
    private final MaterialVersions versions;
    private final Attachments attachments;
    private final Readers readers;

    MyResource(
            Positions positions,
            Notes notes,
            Materials materials,
            MaterialVersions versions,
            Attachments attachments,
            Readers readers) {
        this.positions = positions;
        this.notes = notes;
        this.materials = materials;
        this.versions = versions;
        this.attachments = attachments;
        this.readers = readers;
    }

    /// @param n the page; of a film or a recording, the second
    /// @param share how far through it, 0 to 1
    record Reading(
            UUID materialId,
            String title,
            @Nullable MaterialType type,
            UUID fileId,
            String fileName,
            String mediaType,
            @Nullable Integer pages,
            int n,
            double share,
            Instant at) {}

    /// @param n the page; of a film or a recording (`mediaType` tells), the second
    record Written(
            UUID id,
            UUID materialId,
            String title,
            UUID fileId,
            @Nullable String mediaType,
            int n,
            @Nullable String quote,
            String text,
            Instant updatedAt) {}

    /// Begun and not read to the end, the last first; each material once.
    @GET
    @Path("/reading")
    @Transactional
    public List<Reading> reading() {
        var reader = readers.current();
        var begun = positions.unfinished(reader.mustHaveAccount(), MOST);
        var shelf = readable(begun.stream().map(Position::materialId).toList(), reader);
        var files = files(begun.stream().map(Position::fileId));
        var seen = new HashSet<UUID>();
        return begun.stream()
                .filter(position -> shelf.containsKey(position.materialId()) && seen.add(position.materialId()))
                .flatMap(position -> reading(position, shelf, files).stream())
                .limit(SHOWN)
                .toList();
    }

    @DELETE
    @Path("/reading")
    @Transactional
    public void forgetAll() {
        positions.forgetAll(readers.current().mustHaveAccount());
    }

    @DELETE
    @Path("/reading/{fileId}")
    @Transactional
    public void forget(UUID fileId) {
        positions.forget(readers.current().mustHaveAccount(), fileId);
    }

    /// The last written first.
    @GET
    @Path("/notes")
    @Transactional
    public List<Written> notes() {
        var reader = readers.current();
        var all = notes.of(reader.mustHaveAccount());
        var shelf = readable(all.stream().map(Note::materialId).toList(), reader);
        var files = files(all.stream().map(Note::fileId));
        return all.stream()
                .flatMap(note -> Optional.ofNullable(shelf.get(note.materialId()))
                        .map(material -> written(note, material, files.get(note.fileId())))
                        .stream())
                .toList();
    }

    private Map<UUID, Attachment> files(Stream<UUID> ids) {
        return attachments.of(ids.distinct().toList()).stream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    /// What readers see of each that is for him.
    private Map<UUID, Metadata> readable(Collection<UUID> ids, Readership reader) {
        var asked = new HashSet<>(ids);
        return materials.ofSchool(asked, reader.mustHaveAccount().schoolId()).stream()
                .filter(material -> MaterialPolicy.allows(reader, Verb.READ, material))
                .collect(Collectors.toMap(Material::id, this::shown));
    }

    private Metadata shown(Material material) {
        return versions.findPublished(material).map(MaterialVersion::metadata).orElseGet(material::metadata);
    }

    private static Optional<Reading> reading(
            Position position, Map<UUID, Metadata> shelf, Map<UUID, Attachment> files) {
        var material = shelf.get(position.materialId());
        var file = files.get(position.fileId());
        if (material == null || file == null) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                position.materialId(),
                material.title(),
                material.type(),
                file.id(),
                file.name(),
                file.mediaType(),
                file.pages(),
                position.n(),
                position.share(),
                position.at()));
    }

    private static Written written(Note note, Metadata material, @Nullable Attachment file) {
        return new Written(
                note.id(),
                note.materialId(),
                material.title(),
                note.fileId(),
                file == null ? null : file.mediaType(),
                note.n(),
                note.quote(),
                note.text(),
                note.updatedAt());
    }
}
