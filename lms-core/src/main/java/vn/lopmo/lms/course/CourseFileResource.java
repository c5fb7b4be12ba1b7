package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.cartridge.CartridgeReader;
import vn.lopmo.lms.course.cartridge.CartridgeWriter;
import vn.lopmo.lms.course.cartridge.ScormWriter;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Courses as files: Common Cartridge out and in, SCORM out.
@Path("/course-files")
class CourseFileResource {
    static final long LARGEST = 20L * 1024 * 1024;

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final CourseFiles files;
    private final Clock clock;

    CourseFileResource(CurrentCaller callers, CourseAccess access, CourseFiles files, Clock clock) {
        this.callers = callers;
        this.access = access;
        this.files = files;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/cartridge")
    @Transactional
    public RestResponse<byte[]> cartridge(UUID id) {
        var course = access.course(id, Verb.WRITE);
        return file(CartridgeWriter.write(files.out(course, lesson -> true)), course.title() + ".imscc");
    }

    @GET
    @Path("/{id}/scorm")
    @Transactional
    public RestResponse<byte[]> scorm(UUID id) {
        var course = access.course(id, Verb.WRITE);
        return file(ScormWriter.write(files.out(course, lesson -> true)), course.title() + ".zip");
    }

    @GET
    @Path("/lessons/{id}/scorm")
    @Transactional
    public RestResponse<byte[]> lessonScorm(UUID id) {
        var placed = access.lesson(id, Verb.WRITE);
        var only = files.out(placed.course(), lesson -> lesson.id().equals(id));
        return file(ScormWriter.write(only), "bai.zip");
    }

    /// @param title of the course; the file's own without one
    @POST
    @Transactional
    @ResponseStatus(201)
    public CourseFiles.Taken take(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("title") @Nullable String title,
            @RestForm("subject") @Nullable String subject,
            @RestForm("grade") int grade) {
        var caller = callers.get();
        CoursePolicy.checkCreate(caller);
        if (grade < 1 || grade > 12) {
            throw new Refusal.Invalid("unknown-grade");
        }
        var cartridge = CartridgeReader.read(read(file));
        return files.in(
                cartridge, title == null ? "" : title, subject == null ? "" : subject, grade, caller, clock.instant());
    }

    private static byte[] read(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new Refusal.Invalid("cartridge-broken");
        }
        if (file.size() > LARGEST) {
            throw new Refusal.Invalid("cartridge-swells");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RestResponse<byte[]> file(byte[] bytes, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return RestResponse.ResponseBuilder.ok(bytes)
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }
}
