package vn.lopmo.content.material;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.platform.refusal.Refusal;

/// What a material is part of, another version of, or made from.
@Path("/materials/{id}/relations")
class RelationResource {
    private final Materials materials;
    private final Relations relations;
    private final MaterialVersions versions;
    private final Readers readers;
    private final Clock clock;

    RelationResource(
            Materials materials, Relations relations, MaterialVersions versions, Readers readers, Clock clock) {
        this.materials = materials;
        this.relations = relations;
        this.versions = versions;
        this.readers = readers;
        this.clock = clock;
    }

    record Asked(
            @NotNull Relation.Kind kind,
            @NotNull UUID materialId,
            @Nullable Integer version) {}

    record Change(@NotNull @Size(max = 50) List<@NotNull @Valid Asked> relations) {}

    record View(
            Relation.Kind kind,
            UUID materialId,
            @Nullable Integer version,
            String title,
            @Nullable MaterialType type,
            Material.State state) {}

    /// @param relations what this one is to others
    /// @param inverse what others are to this one
    record Both(List<View> relations, List<View> inverse) {}

    @GET
    @Transactional
    public Both read(UUID id) {
        var reader = readers.current();
        var material = get(reader, Verb.READ, id);
        return both(material, reader);
    }

    /// Replaces them all.
    @PUT
    @Transactional
    public Both change(UUID id, @NotNull @Valid Change change) {
        var reader = readers.current();
        var material = get(reader, Verb.EDIT, id);
        var made = new ArrayList<Relation>();
        for (Asked asked : change.relations) {
            made.add(relation(material, asked, reader, made.size()));
        }
        relations.replace(id, made);
        return both(material, reader);
    }

    private Relation relation(Material material, Asked asked, Readership reader, int place) {
        var target = get(reader, Verb.READ, asked.materialId);
        if (relations.leads(target.id(), material.id(), asked.kind)) {
            throw new Refusal.Invalid("relation-circular", target.metadata().title());
        }
        if (asked.version != null
                && versions.findVersion(target.id(), asked.version).isEmpty()) {
            throw new Refusal.NotFound("material-not-found");
        }
        return Relation.of(material.id(), asked.kind, target.id(), asked.version, place, clock.instant());
    }

    private Both both(Material material, Readership reader) {
        var forth = relations.from(material.id()).stream().flatMap(one -> view(one, one.targetId(), material, reader));
        var back = relations.to(material.id()).stream().flatMap(one -> view(one, one.materialId(), material, reader));
        return new Both(forth.toList(), back.toList());
    }

    /// What the reader may not see is not named to him.
    private Stream<View> view(Relation relation, UUID other, Material material, Readership reader) {
        return materials
                .findOfAnySchool(other)
                .filter(found -> found.schoolId().equals(material.schoolId()))
                .filter(found -> MaterialPolicy.allows(reader, Verb.READ, found))
                .map(found -> new View(
                        relation.kind(),
                        other,
                        relation.targetVersion(),
                        title(found, reader),
                        found.metadata().type(),
                        found.state()))
                .stream();
    }

    private String title(Material found, Readership reader) {
        boolean sees = MaterialPolicy.allows(reader, Verb.EDIT, found);
        return Optional.of(found)
                .filter(one -> !sees)
                .flatMap(versions::findPublished)
                .map(version -> version.metadata().title())
                .orElse(found.metadata().title());
    }

    private Material get(Readership reader, Verb verb, UUID id) {
        var material = materials.get(id, reader.mustHaveAccount().schoolId());
        MaterialPolicy.check(reader, verb, material);
        return material;
    }
}
