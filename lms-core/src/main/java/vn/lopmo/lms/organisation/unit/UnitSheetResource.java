package vn.lopmo.lms.organisation.unit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;

/// Units from a sheet: looked at first, then entered.
@Path("/unit-sheet")
class UnitSheetResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentCaller callers;
    private final Schools schools;
    private final UnitSheet sheet;

    UnitSheetResource(CurrentCaller callers, Schools schools, UnitSheet sheet) {
        this.callers = callers;
        this.schools = schools;
        this.sheet = sheet;
    }

    private Caller admin() {
        var caller = callers.get();
        UnitPolicy.check(caller, schools.first().id());
        return caller;
    }

    /// @param apply whether to do what the sound lines ask for; without it they are only looked at
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public UnitSheet.View read(
            @RestForm("file") @Nullable FileUpload file, @RestQuery boolean apply, @Context HttpHeaders headers) {
        var by = admin().id();
        if (file == null) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        return sheet.read(file.fileName(), bytes(file), apply, by, RefusalMappers.locale(headers));
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// The units as they are, to be filled in.
    @GET
    @Path("/units.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response write() {
        admin();
        return Response.ok(sheet.write())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"don-vi.xlsx\"")
                .build();
    }
}
