package vn.lopmo.assessment.bank;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemPolicy.Verb;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

@Path("/items")
class ItemResource {
    private static final int PREVIEW = 200;

    private final CurrentCaller caller;
    private final ItemSearch search;
    private final ItemVersions versions;
    private final Authoring authoring;
    private final ItemCalibrations calibrations;
    private final Clock clock;

    ItemResource(
            CurrentCaller caller,
            ItemSearch search,
            ItemVersions versions,
            Authoring authoring,
            ItemCalibrations calibrations,
            Clock clock) {
        this.caller = caller;
        this.search = search;
        this.versions = versions;
        this.authoring = authoring;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    record Writing(
            @NotNull @Valid Draft content, @NotNull @Valid Meta meta) {}

    record Rewriting(
            @NotNull Integer version,
            @NotNull @Valid Draft content,
            @NotNull @Valid Meta meta) {}

    /// @param calibration of this very version
    record View(
            UUID id,
            int version,
            Draft content,
            Meta meta,
            Instant updatedAt,
            @Nullable ItemCalibration calibration) {
        static View of(ItemVersion one) {
            return of(one, null);
        }

        static View of(ItemVersion one, @Nullable ItemCalibration calibration) {
            return new View(
                    one.itemId(), one.number(), Draft.of(one.content()), one.meta(), one.createdAt(), calibration);
        }
    }

    record Line(
            UUID id,
            int version,
            Form form,
            String text,
            String subject,
            @Nullable Integer grade,
            @Nullable String topic,
            @Nullable Cognitive cognitive,
            List<String> indicators,
            Instant updatedAt,
            @Nullable Double facility) {
        static Line of(ItemVersion one, @Nullable ItemCalibration calibration) {
            var meta = one.meta();
            var text = one.text().length() > PREVIEW ? one.text().substring(0, PREVIEW - 1) + "…" : one.text();
            return new Line(
                    one.itemId(),
                    one.number(),
                    one.form(),
                    text,
                    meta.subject(),
                    meta.grade(),
                    meta.topic(),
                    meta.cognitive(),
                    meta.indicators(),
                    one.createdAt(),
                    calibration == null ? null : Double.valueOf(calibration.facility()));
        }
    }

    record Page(long total, List<Line> items) {}

    @GET
    @Transactional
    public Page list(
            @RestQuery @Size(max = 200) @Nullable String q,
            @RestQuery @Nullable String subject,
            @RestQuery @Nullable Integer grade,
            @RestQuery @Nullable Form form,
            @RestQuery @Nullable Cognitive cognitive,
            @RestQuery @Nullable String indicator,
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(ItemSearch.LARGEST_PAGE) int size) {
        var reader = reader();
        var wanted = new ItemSearch.Wanted(blank(q), blank(subject), grade, form, cognitive, blank(indicator));
        var found = search.find(reader.schoolId(), wanted, page, size);
        return new Page(found.total(), lines(reader.schoolId(), found.items()));
    }

    private List<Line> lines(UUID schoolId, List<ItemVersion> items) {
        var known = calibrations.of(
                schoolId, items.stream().map(ItemVersion::itemId).toList());
        return items.stream()
                .map(one -> Line.of(one, known.get(new ItemCalibrations.Of(one.itemId(), one.number()))))
                .toList();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View read(UUID id) {
        var latest = versions.latest(reader(), id);
        return View.of(
                latest,
                calibrations.of(latest.schoolId(), id, latest.number()).orElse(null));
    }

    private Caller reader() {
        var reader = caller.get();
        ItemPolicy.check(reader, Verb.READ);
        return reader;
    }

    @POST
    @Transactional
    public Response create(@NotNull @Valid Writing writing) {
        var author = caller.get();
        ItemPolicy.check(author, Verb.WRITE);
        var item = writing.content.cleaned().toItem();
        var first = authoring.create(author, item, writing.meta, clock.instant());
        return Response.status(Response.Status.CREATED).entity(View.of(first)).build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View revise(UUID id, @NotNull @Valid Rewriting writing) {
        var author = caller.get();
        ItemPolicy.check(author, Verb.WRITE);
        var item = writing.content.cleaned().toItem();
        return View.of(authoring.revise(author, id, writing.version, item, writing.meta, clock.instant()));
    }
}
