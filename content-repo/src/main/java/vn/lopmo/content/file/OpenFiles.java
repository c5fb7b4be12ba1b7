package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.content.material.MaterialVersions;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.refusal.Refusal;

/// Files for somebody without an account: those of the version that is published now, if anybody may read it, after
/// they were looked at for viruses. Whatever else there is, is not found.
@ApplicationScoped
public class OpenFiles {
    /// Short: what is closed tomorrow must not lie in a stranger's cache.
    private static final String FOR_A_MOMENT = "public, max-age=300";

    private final StoredFiles files;
    private final Materials materials;
    private final MaterialVersions versions;
    private final FileAnswers answers;
    private final Clock clock;

    OpenFiles(StoredFiles files, Materials materials, MaterialVersions versions, FileAnswers answers, Clock clock) {
        this.files = files;
        this.materials = materials;
        this.versions = versions;
        this.answers = answers;
        this.clock = clock;
    }

    /// @param materialId whose the bytes are
    public record Given(UUID materialId, Response response) {}

    public Given bytes(UUID schoolId, UUID fileId, @Nullable String range, @Nullable String ifRange, Request request) {
        var file = open(schoolId, fileId);
        var content = new FileAnswers.Content(schoolId, file.content(), file.size(), file.mediaType(), file.name());
        return new Given(file.materialId(), briefly(answers.bytes(content, range, ifRange, request)));
    }

    public Response thumbnail(UUID schoolId, UUID fileId, Request request) {
        var file = open(schoolId, fileId);
        var hash = file.thumbnail();
        if (hash == null) {
            throw new Refusal.NotFound("file-not-found");
        }
        return briefly(answers.picture(file, hash, request));
    }

    private static Response briefly(Response response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_A_MOMENT);
        return response;
    }

    private StoredFile open(UUID schoolId, UUID fileId) {
        var file = files.get(fileId, schoolId);
        var material = materials.get(file.materialId(), schoolId);
        boolean open = MaterialPolicy.allows(Readership.ofAnybody(clock.instant()), Verb.READ, material)
                && versions.findPublished(material)
                        .filter(version -> version.fileIds().contains(fileId))
                        .isPresent();
        if (!open || !file.isChecked()) {
            throw new Refusal.NotFound("file-not-found");
        }
        return file;
    }
}
