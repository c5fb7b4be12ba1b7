package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Resumable upload after tus 1.0 (core, creation, creation-with-upload, termination, expiration, checksum):
/// <https://tus.io/protocols/resumable-upload>. Why by hand: docs/adr/0014.
@Path("/uploads")
@UploadersOnly
class TusResource {
    private static final String VERSION = "1.0.0";
    private static final String OFFSETS = "application/offset+octet-stream";
    private static final int CHECKSUM_MISMATCH = 460;

    private final Uploads uploads;
    private final Incoming incoming;
    private final Arrivals arrivals;
    private final Allowance allowance;
    private final Intake intake;
    private final UploadViews views;
    private final FilesConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    TusResource(
            Uploads uploads,
            Incoming incoming,
            Arrivals arrivals,
            Allowance allowance,
            Intake intake,
            UploadViews views,
            FilesConfig config,
            CurrentCaller caller,
            Clock clock) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.arrivals = arrivals;
        this.allowance = allowance;
        this.intake = intake;
        this.views = views;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @OPTIONS
    public Response offer() {
        return tus(204).header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,creation-with-upload,termination,checksum,expiration")
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", config.limits().video().asLongValue())
                .build();
    }

    @POST
    @RunOnVirtualThread
    public Response create(
            @HeaderParam("Tus-Resumable") @Nullable String version,
            @HeaderParam("Upload-Length") @Nullable Long length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @Context HttpServerRequest request,
            InputStream body)
            throws IOException {
        if (!VERSION.equals(version)) {
            return wrongVersion();
        }
        if (length == null || length < 0) {
            return tus(400).build();
        }
        var upload = begun(TusMetadata.of(metadata), length);
        QuarkusTransaction.requiringNew().run(() -> uploads.add(upload));
        arrivals.begin(upload.id(), length);
        var created = isPiece(contentType)
                ? written(upload, 0, checksum, request, body, 201)
                : tus(201).header("Upload-Offset", 0);
        return created.header("Location", "uploads/" + upload.id())
                .header("Upload-Expires", expires(upload))
                .build();
    }

    private Uploads.Incoming begun(Map<String, String> metadata, long length) {
        var who = caller.get();
        var now = clock.instant();
        var name = FileNames.clean(metadata.get("filename"));
        var materialId = TusMetadata.id(metadata, "materialId");
        if (length == 0) {
            throw new Refusal.Invalid("file-empty");
        }
        allowance.check(who.schoolId(), name, length);
        if (materialId.isPresent()) {
            QuarkusTransaction.requiringNew().call(() -> intake.editable(materialId.get(), who));
        }
        return new Uploads.Incoming(
                Ids.next(now),
                who.schoolId(),
                who.id(),
                name,
                length,
                materialId.orElse(null),
                TusMetadata.id(metadata, "replaces").orElse(null),
                null,
                Uploads.State.OPEN,
                null,
                now,
                now.plus(config.uploadsKept()));
    }

    /// How far it has come. An older writer that still hangs on a dead line is ended first, or it would write on.
    @HEAD
    @Path("/{id}")
    @RunOnVirtualThread
    public Response offset(UUID id, @HeaderParam("Tus-Resumable") @Nullable String version) throws IOException {
        if (!VERSION.equals(version)) {
            return wrongVersion();
        }
        var upload = uploads.get(id, caller.get());
        if (upload.state() == Uploads.State.FAILED) {
            return tus(410).build();
        }
        long size = size(upload);
        long offset =
                upload.state() == Uploads.State.DONE ? size : incoming.alone(id, () -> {}, () -> arrivals.received(id));
        if (offset == size) {
            finish(upload);
        }
        return tus(200).header("Upload-Offset", offset)
                .header("Upload-Length", size)
                .header("Upload-Expires", expires(upload))
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path("/{id}")
    @RunOnVirtualThread
    public Response patch(
            UUID id,
            @HeaderParam("Tus-Resumable") @Nullable String version,
            @HeaderParam("Upload-Offset") @Nullable Long offset,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @Context HttpServerRequest request,
            InputStream body)
            throws IOException {
        if (!VERSION.equals(version)) {
            return wrongVersion();
        }
        if (!isPiece(contentType)) {
            return tus(415).build();
        }
        if (offset == null || offset < 0) {
            return tus(400).build();
        }
        var upload = uploads.get(id, caller.get());
        if (upload.state() == Uploads.State.FAILED || upload.source() != null) {
            return tus(410).build();
        }
        return written(upload, offset, checksum, request, body, 204).build();
    }

    /// Gives an upload up.
    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    public Response end(UUID id) throws IOException {
        var upload = uploads.get(id, caller.get());
        if (upload.state() != Uploads.State.DONE) {
            incoming.alone(id, () -> {}, () -> {
                QuarkusTransaction.requiringNew().run(() -> uploads.remove(id));
                arrivals.remove(id);
                return id;
            });
        }
        return tus(204).build();
    }

    @GET
    @Path("/{id}")
    public UploadViews.View read(UUID id) {
        return views.of(uploads.get(id, caller.get()));
    }

    /// What the caller began and is not in the library yet.
    @GET
    public List<UploadViews.View> unfinished() {
        return uploads.unfinishedOf(caller.get()).stream().map(views::of).toList();
    }

    private Response.ResponseBuilder written(
            Uploads.Incoming upload,
            long offset,
            @Nullable String checksum,
            HttpServerRequest request,
            InputStream body,
            int status)
            throws IOException {
        var check = Checksum.of(checksum);
        if (check.isEmpty() && checksum != null) {
            return tus(400);
        }
        return incoming.alone(
                upload.id(), () -> request.connection().close(), () -> written(upload, offset, check, body, status));
    }

    private Response.ResponseBuilder written(
            Uploads.Incoming upload, long offset, Optional<Checksum> check, InputStream body, int status)
            throws IOException {
        var id = upload.id();
        long size = size(upload);
        long received = upload.state() == Uploads.State.DONE ? size : arrivals.received(id);
        if (received != offset) {
            return tus(409).header("Upload-Offset", received);
        }
        long now = received;
        if (received < size) {
            now += check.isPresent()
                    ? incoming.appendChecked(id, body, size - received, check.get())
                    : incoming.append(id, body, size - received, (piece, length) -> {});
            if (check.isPresent() && now == received) {
                return tus(CHECKSUM_MISMATCH);
            }
        }
        var answer = tus(status).header("Upload-Offset", now).header("Upload-Expires", expires(upload));
        if (now == size) {
            answer.header("Lopmo-Material", finish(upload)).header("Lopmo-File", id);
        }
        return answer;
    }

    private static boolean isPiece(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(OFFSETS);
    }

    private UUID finish(Uploads.Incoming upload) {
        var target = upload.materialId();
        if (upload.state() == Uploads.State.OPEN && target != null) {
            var who = caller.get();
            QuarkusTransaction.requiringNew().call(() -> intake.editable(target, who));
        }
        return incoming.finish(upload);
    }

    private static long size(Uploads.Incoming upload) {
        return upload.size() == null ? Long.MAX_VALUE : upload.size();
    }

    private static String expires(Uploads.Incoming upload) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private static Response wrongVersion() {
        return Response.status(412).header("Tus-Version", VERSION).build();
    }

    private static Response.ResponseBuilder tus(int status) {
        return Response.status(status).header("Tus-Resumable", VERSION);
    }
}
