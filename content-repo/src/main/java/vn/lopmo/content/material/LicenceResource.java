package vn.lopmo.content.material;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licensing.Licensed;
import vn.lopmo.content.material.Licensing.Use;
import vn.lopmo.content.material.MaterialPolicy.Verb;

/// Says what may be done with several materials at once.
@Path("/licences")
class LicenceResource {
    private final Materials materials;
    private final MaterialVersions versions;
    private final Readers readers;

    LicenceResource(Materials materials, MaterialVersions versions, Readers readers) {
        this.materials = materials;
        this.versions = versions;
        this.readers = readers;
    }

    /// @param use ADAPTED if it is not said: the stricter question
    record Question(
            @NotEmpty @Size(max = 200) List<@NotNull UUID> materialIds,
            @Nullable Use use) {}

    @POST
    @Path("/combine")
    @Transactional
    public Licensing.Combination combine(@NotNull @Valid Question question) {
        var reader = readers.current();
        var works = question.materialIds.stream()
                .distinct()
                .map(id -> licensed(id, reader))
                .toList();
        return Licensing.combine(works, question.use == null ? Use.ADAPTED : question.use);
    }

    private Licensed licensed(UUID id, Readership reader) {
        var material = materials.get(id, reader.mustHaveAccount().schoolId());
        MaterialPolicy.check(reader, Verb.READ, material);
        var metadata =
                versions.findPublished(material).map(MaterialVersion::metadata).orElse(material.metadata());
        return new Licensed(id, metadata.licence(), Attribution.of(metadata));
    }
}
