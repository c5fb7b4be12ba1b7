package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Rows;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.FileKind;
import vn.lopmo.content.material.FilePlace;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readership;

/// Published materials that a reader may read, in few queries however many there are.
@ApplicationScoped
class Works {
    private final Materials materials;
    private final Attachments attachments;
    private final EntityManager database;
    private final Rows rows;

    Works(Materials materials, Attachments attachments, EntityManager database, Rows rows) {
        this.rows = rows;
        this.materials = materials;
        this.attachments = attachments;
        this.database = database;
    }

    /// Those of the materials that the reader may read, in the order asked for.
    Map<UUID, Work> of(UUID schoolId, Collection<UUID> ids, Readership reader) {
        var readable = materials.ofSchool(ids, schoolId).stream()
                .filter(material -> material.state() == Material.State.PUBLISHED)
                .filter(material -> MaterialPolicy.allows(reader, Verb.READ, material))
                .map(Material::id)
                .toList();
        var versions = versions(readable);
        var files = files(versions.values());
        var pictures = pictures(versions.values());
        var works = new LinkedHashMap<UUID, Work>();
        for (UUID id : ids) {
            var version = versions.get(id);
            if (version != null) {
                works.put(id, new Work(version, inOrder(version, files), picture(version, pictures)));
            }
        }
        return works;
    }

    private Map<UUID, MaterialVersion> versions(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("""
                        select v from MaterialVersion v, Material m
                        where m.id in :ids and v.materialId = m.id and v.version = m.publishedVersion""", MaterialVersion.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(MaterialVersion::materialId, Function.identity()));
    }

    private Map<UUID, Attachment> files(Collection<MaterialVersion> versions) {
        var ids = versions.stream()
                .flatMap(version -> version.fileIds().stream())
                .distinct()
                .toList();
        return attachments.of(ids).stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    /// The files that have a small picture.
    private Set<UUID> pictures(Collection<MaterialVersion> versions) {
        var ids =
                versions.stream().flatMap(version -> version.fileIds().stream()).toArray(UUID[]::new);
        return Set.copyOf(rows.query(
                "select distinct id from stored_file where id = any (?) and thumbnail is not null",
                row -> row.getObject(1, UUID.class),
                (Object) ids));
    }

    /// A cover goes before what comes first.
    private static @Nullable UUID picture(MaterialVersion version, Set<UUID> pictures) {
        return version.files().stream()
                .filter(place -> pictures.contains(place.id()))
                .min(Comparator.comparing(place -> place.kind() != FileKind.COVER))
                .map(FilePlace::id)
                .orElse(null);
    }

    private static List<Attachment> inOrder(MaterialVersion version, Map<UUID, Attachment> files) {
        return version.files().stream()
                .flatMap(place -> at(place, files.get(place.id())))
                .toList();
    }

    private static Stream<Attachment> at(FilePlace place, @Nullable Attachment file) {
        return file == null ? Stream.empty() : Stream.of(file.at(place));
    }
}
