package vn.lopmo.lms.learning.task;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lopmo.lms.course.MediaStore;

/// What was handed in, for the learner, his guardian and the teachers of his class. Nothing of it ever runs: pictures
/// and recordings are shown, everything else is saved.
@Path("/task-files/{id}")
class TaskFileResource {
    private final TaskAccess access;
    private final MediaStore store;

    TaskFileResource(TaskAccess access, MediaStore store) {
        this.access = access;
        this.store = store;
    }

    @GET
    public RestResponse<byte[]> get(UUID id) {
        var file = access.file(id);
        return RestResponse.ResponseBuilder.ok(store.get(file.objectName()))
                .header("Content-Type", file.mediaType())
                .header("Content-Disposition", disposition(file))
                .header("Cache-Control", "private, max-age=3600")
                .header("ETag", "\"" + file.id() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private static String disposition(WorkFile file) {
        var way = file.kind() == WorkKind.FILE ? "attachment" : "inline";
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return way + "; filename*=UTF-8''" + name;
    }
}
