package vn.lopmo.content.material;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.platform.refusal.Refusal;

/// The versions of materials: what was published stays as it was, so that a lesson may show the one it was made with.
@Path("/materials")
class VersionResource {
    private static final int MOST = 100;

    private final Materials materials;
    private final MaterialVersions versions;
    private final MaterialViews views;
    private final Readers readers;

    VersionResource(Materials materials, MaterialVersions versions, MaterialViews views, Readers readers) {
        this.materials = materials;
        this.versions = versions;
        this.views = views;
        this.readers = readers;
    }

    record Entry(int version, String title, String note, UUID publishedBy, Instant publishedAt, int files) {
        static Entry of(MaterialVersion version) {
            return new Entry(
                    version.version(),
                    version.metadata().title(),
                    version.note(),
                    version.publishedBy(),
                    version.publishedAt(),
                    version.files().size());
        }
    }

    /// How a material stands that somebody shows: what is newest of it, or why it was withdrawn.
    record Standing(
            UUID id,
            Material.State state,
            @Nullable Integer newest,
            @Nullable String title,
            @Nullable String note,
            @Nullable String withdrawnReason) {}

    /// The newest first; those that the reader may read.
    @GET
    @Path("/{id}/versions")
    @Transactional
    public List<Entry> all(UUID id) {
        var reader = readers.current();
        var material = readable(id, reader);
        return versions.of(id).stream()
                .filter(version -> reader.opens(version, material.ownerId()))
                .sorted(Comparator.comparingInt(MaterialVersion::version).reversed())
                .map(Entry::of)
                .toList();
    }

    @GET
    @Path("/{id}/versions/{n}")
    @Transactional
    public MaterialViews.View one(UUID id, int n) {
        var reader = readers.current();
        var material = readable(id, reader);
        return versions.findVersion(id, n)
                .filter(version -> reader.opens(version, material.ownerId()))
                .map(version -> views.of(material, version))
                .orElseThrow(() -> new Refusal.NotFound("material-not-found"));
    }

    /// For who shows materials: how each stands now. What the reader may not see is left out, but that something was
    /// withdrawn is told to all who work for the school, since their lessons may show it.
    @GET
    @Path("/standing")
    @Transactional
    public List<Standing> standing(@RestQuery @Size(max = MOST) List<UUID> id) {
        var reader = readers.current();
        return materials.ofSchool(id, reader.mustHaveAccount().schoolId()).stream()
                .flatMap(material -> standing(material, reader))
                .toList();
    }

    private Stream<Standing> standing(Material material, Readership reader) {
        if (material.state() == Material.State.WITHDRAWN && reader.tokens().contains(Readership.STAFF)) {
            return Stream.of(new Standing(
                    material.id(),
                    material.state(),
                    material.publishedVersion(),
                    null,
                    null,
                    material.withdrawnReason()));
        }
        if (!MaterialPolicy.allows(reader, Verb.READ, material)) {
            return Stream.empty();
        }
        return versions
                .findPublished(material)
                .map(version -> new Standing(
                        material.id(),
                        material.state(),
                        version.version(),
                        version.metadata().title(),
                        version.note(),
                        null))
                .stream();
    }

    private Material readable(UUID id, Readership reader) {
        var material = materials.get(id, reader.mustHaveAccount().schoolId());
        MaterialPolicy.check(reader, Verb.READ, material);
        return material;
    }
}
