package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Opens the school's library to the world, and closes it.
@Path("/open-library")
class OpenLibraryResource {
    private final OpenLibraries libraries;
    private final OpenRecords records;
    private final CurrentCaller caller;
    private final Clock clock;

    OpenLibraryResource(OpenLibraries libraries, OpenRecords records, CurrentCaller caller, Clock clock) {
        this.libraries = libraries;
        this.records = records;
        this.caller = caller;
        this.clock = clock;
    }

    record Opening(
            @NotNull @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])")
            String code,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Email @Size(max = 200) String email) {}

    /// @param code null as long as the library is closed, as are the addresses
    /// @param materials that it shows now, or would
    record View(
            @Nullable String code,
            @Nullable String name,
            @Nullable String email,
            @Nullable String page,
            @Nullable String oai,
            @Nullable String opds,
            @Nullable String rss,
            long materials) {}

    @GET
    @Transactional
    public View read(@Context HttpHeaders headers) {
        return view(curator().schoolId(), headers);
    }

    /// @throws Refusal.Conflict if another school has the code
    @PUT
    @Transactional
    public View open(@NotNull @Valid Opening opening, @Context HttpHeaders headers) {
        var who = curator();
        var face = new OpenLibrary.Face(
                opening.code, VietnameseText.tidy(opening.name), VietnameseText.tidy(opening.email));
        libraries.oneAtATime();
        var holder = libraries.findByCode(face.code());
        if (holder.isPresent() && !holder.get().schoolId().equals(who.schoolId())) {
            throw new Refusal.Conflict("open-library-code-taken");
        }
        libraries
                .findByIdOptional(who.schoolId())
                .ifPresentOrElse(
                        library -> library.show(face),
                        () -> libraries.persist(OpenLibrary.opened(who.schoolId(), face, who.id(), clock.instant())));
        libraries.flush();
        return view(who.schoolId(), headers);
    }

    /// Nothing is given out without an account from then on.
    @DELETE
    @Transactional
    public void close() {
        libraries.deleteById(curator().schoolId());
    }

    private View view(UUID schoolId, HttpHeaders headers) {
        long materials = records.count(schoolId, OpenRecords.Wish.ALL, clock.instant());
        return libraries
                .findByIdOptional(schoolId)
                .map(library -> {
                    var at = Addresses.of(headers, library.code());
                    return new View(
                            library.code(),
                            library.name(),
                            library.email(),
                            at.home(),
                            at.oai(),
                            at.opds(),
                            at.rss(),
                            materials);
                })
                .orElseGet(() -> new View(null, null, null, null, null, null, null, materials));
    }

    private Caller curator() {
        var who = caller.get();
        if (!MaterialPolicy.curates(who)) {
            throw new Refusal.Forbidden("open-library-not-allowed");
        }
        return who;
    }
}
