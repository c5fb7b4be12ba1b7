package vn.lopmo.content.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.Attribution;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Licensing;
import vn.lopmo.content.material.Licensing.Licensed;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.MaterialVersion;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readership;

/// Lists of materials as one reader sees them: what is not for him is not there.
@ApplicationScoped
class Shelf {
    private final Materials materials;
    private final MaterialVersions versions;
    private final Attachments attachments;

    Shelf(Materials materials, MaterialVersions versions, Attachments attachments) {
        this.materials = materials;
        this.versions = versions;
        this.attachments = attachments;
    }

    /// @param fileId of the first file, for its small picture
    record Row(
            UUID materialId,
            int version,
            String title,
            @Nullable MaterialType type,
            @Nullable String subject,
            List<Integer> grades,
            @Nullable Licence licence,
            @Nullable UUID fileId,
            String attribution) {}

    /// By material; published ones alone.
    Map<UUID, Row> rows(List<UUID> ids, Readership reader) {
        var readable = readable(ids, reader);
        var files = attachments.firstOf(readable.stream().map(Material::id).toList());
        return readable.stream()
                .flatMap(material -> versions.findPublished(material).stream())
                .map(version -> row(version, files.get(version.materialId())))
                .collect(Collectors.toMap(Row::materialId, Function.identity()));
    }

    List<Material> readable(List<UUID> ids, Readership reader) {
        return materials.ofSchool(ids, reader.mustHaveAccount().schoolId()).stream()
                .filter(material -> material.state() == Material.State.PUBLISHED)
                .filter(material -> MaterialPolicy.allows(reader, Verb.READ, material))
                .toList();
    }

    /// Under what the whole may be passed on, as it stands.
    static Licensing.Combination combination(List<Row> rows) {
        return Licensing.combine(
                rows.stream()
                        .map(row -> new Licensed(row.materialId, row.licence, row.attribution))
                        .toList(),
                Licensing.Use.TOGETHER);
    }

    private static Row row(MaterialVersion version, @Nullable Attachment file) {
        var metadata = version.metadata();
        return new Row(
                version.materialId(),
                version.version(),
                metadata.title(),
                metadata.type(),
                metadata.subject(),
                metadata.grades(),
                metadata.licence(),
                file == null ? null : file.id(),
                Attribution.of(metadata));
    }
}
