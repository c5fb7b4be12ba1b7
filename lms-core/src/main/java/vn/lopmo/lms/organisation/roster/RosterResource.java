package vn.lopmo.lms.organisation.roster;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;
import vn.lopmo.platform.text.VietnameseText;

@Path("/roster-imports")
class RosterResource {
    private static final int LONGEST_FILE_NAME = 200;

    private final CurrentCaller caller;
    private final RosterPreview preview;
    private final RosterApplication application;
    private final BundleExport export;
    private final RosterImports imports;
    private final RosterRows rows;
    private final FirstPasswordSheet passwords;

    RosterResource(
            CurrentCaller caller,
            RosterPreview preview,
            RosterApplication application,
            BundleExport export,
            RosterImports imports,
            RosterRows rows,
            FirstPasswordSheet passwords) {
        this.caller = caller;
        this.preview = preview;
        this.application = application;
        this.export = export;
        this.imports = imports;
        this.rows = rows;
        this.passwords = passwords;
    }

    /// @param kind what the list is of; the ministry's pupils, if left out
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    public RosterView upload(
            @RestQuery RosterImport.@Nullable Kind kind,
            @RestForm("file") @Nullable FileUpload file,
            @Context HttpHeaders headers) {
        return look(kind == null ? RosterImport.Kind.LIST : kind, file, headers);
    }

    private RosterView look(RosterImport.Kind kind, @Nullable FileUpload file, HttpHeaders headers) {
        var admin = admin();
        if (file == null) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        return view(preview.of(admin, kind, fileName(file), bytes(file)), admin, headers);
    }

    private static String fileName(FileUpload file) {
        var name = VietnameseText.tidy(file.fileName() == null ? "" : file.fileName());
        return name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME));
    }

    private static byte[] bytes(FileUpload file) {
        if (file.size() > SheetFile.MOST_BYTES) {
            throw new Refusal.Invalid("roster-file-too-large");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// A OneRoster 1.2 bundle (.zip of .csv files, bulk).
    @POST
    @Path("/bundle")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    public RosterView uploadBundle(@RestForm("file") @Nullable FileUpload file, @Context HttpHeaders headers) {
        return look(RosterImport.Kind.ONEROSTER, file, headers);
    }

    @GET
    @Path("/bundle/export")
    @Produces("application/zip")
    @Transactional
    public Response export() {
        return Response.ok(export.of(admin().schoolId()))
                .header("Content-Disposition", "attachment; filename=\"oneroster.zip\"")
                .build();
    }

    /// A sheet to fill in, with a page that says what belongs where.
    @GET
    @Path("/templates/{kind}")
    @Produces(RosterTemplate.XLSX)
    public Response template(RosterImport.Kind kind) {
        admin();
        return Response.ok(RosterTemplate.of(kind))
                .header("Content-Disposition", "attachment; filename=\"" + RosterTemplate.fileName(kind) + "\"")
                .build();
    }

    /// @param kind those of the ministry's list, if left out
    @GET
    @Transactional
    public List<RosterView> latest(@RestQuery RosterImport.@Nullable Kind kind, @Context HttpHeaders headers) {
        var locale = RefusalMappers.locale(headers);
        var latest = imports.latest(admin().schoolId(), kind == null ? RosterImport.Kind.LIST : kind);
        var counts = rows.counts(latest.stream().map(RosterImport::id).toList());
        return latest.stream()
                .map(roster -> RosterView.of(roster, counts.getOrDefault(roster.id(), Map.of()), locale))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public RosterView get(UUID id, @Context HttpHeaders headers) {
        return view(id, admin(), headers);
    }

    /// How far a list is, without its rows: what is asked every second while it is being applied.
    @GET
    @Path("/{id}/progress")
    @Transactional
    public RosterView progress(UUID id, @Context HttpHeaders headers) {
        return progress(id, admin(), headers);
    }

    @POST
    @Path("/{id}/apply")
    @ResponseStatus(202)
    public RosterView apply(UUID id, @Context HttpHeaders headers) {
        var admin = admin();
        application.start(id, admin);
        application.look();
        return progress(id, admin, headers);
    }

    private RosterView progress(UUID id, Caller admin, HttpHeaders headers) {
        var roster = imports.get(id, admin.schoolId());
        return RosterView.of(
                roster, rows.counts(id), passwords.toSet(admin.schoolId()), RefusalMappers.locale(headers));
    }

    private RosterView view(UUID id, Caller admin, HttpHeaders headers) {
        var roster = imports.get(id, admin.schoolId());
        return RosterView.of(
                roster,
                rows.counts(id),
                passwords.toSet(admin.schoolId()),
                rows.of(id),
                RefusalMappers.locale(headers));
    }

    private Caller admin() {
        var current = caller.get();
        RosterPolicy.check(current);
        return current;
    }
}
