package vn.lopmo.assessment.paper;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemVersion;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// Papers for those who write them.
@Path("/papers")
class PaperResource {
    private final Papers papers;
    private final PaperAssembly assembly;
    private final Questions questions;
    private final PaperPolicy policy;
    private final CurrentCaller caller;
    private final Clock clock;

    PaperResource(
            Papers papers,
            PaperAssembly assembly,
            Questions questions,
            PaperPolicy policy,
            CurrentCaller caller,
            Clock clock) {
        this.papers = papers;
        this.assembly = assembly;
        this.questions = questions;
        this.policy = policy;
        this.caller = caller;
        this.clock = clock;
    }

    record Beginning(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Pattern(regexp = Meta.SUBJECTS) String subject,
            @Nullable @Min(1) @Max(12) Integer grade,
            @Min(1) @Max(300) int minutes) {
        Headings headings() {
            return new Headings(VietnameseText.tidy(title), subject, grade, minutes);
        }
    }

    record Revision(
            int revision,
            @NotBlank @Size(max = 200) String title,
            @NotNull @Pattern(regexp = Meta.SUBJECTS) String subject,
            @Nullable @Min(1) @Max(12) Integer grade,
            @Min(1) @Max(300) int minutes,
            @NotNull @Size(max = 20) List<@Valid WantedPart> parts) {
        Headings headings() {
            return new Headings(VietnameseText.tidy(title), subject, grade, minutes);
        }
    }

    record WantedPart(
            @NotNull @Size(max = 200) String title,
            @Nullable @Size(max = 5_000) String instructions,
            @NotNull @Size(max = 200) List<@Valid WantedSlot> slots) {
        PaperAssembly.PartWish wish() {
            var wishes = slots.stream()
                    .map(slot -> new Questions.Wish(slot.itemId, slot.points))
                    .toList();
            return new PaperAssembly.PartWish(title, instructions == null ? "" : instructions, wishes);
        }
    }

    record WantedSlot(
            @NotNull UUID itemId,

            @NotNull @DecimalMin("0.01") @DecimalMax("1000") @Digits(integer = 4, fraction = 2)
            BigDecimal points) {}

    record Line(
            UUID id,
            String title,
            String subject,
            @Nullable Integer grade,
            int minutes,
            int questions,
            BigDecimal points,
            @Nullable Integer version,
            Instant updatedAt) {
        static Line of(Paper paper) {
            var head = paper.headings();
            return new Line(
                    paper.id(),
                    head.title(),
                    head.subject(),
                    head.grade(),
                    head.minutes(),
                    paper.questions(),
                    paper.points(),
                    paper.publishedVersion(),
                    paper.updatedAt());
        }
    }

    record View(
            UUID id,
            int revision,
            String title,
            String subject,
            @Nullable Integer grade,
            int minutes,
            @Nullable Integer publishedVersion,
            List<ShownPart> parts) {}

    record ShownPart(String title, String instructions, List<ShownSlot> slots) {}

    record ShownSlot(UUID id, UUID itemId, int itemVersion, BigDecimal points, Draft content, Meta meta) {
        static ShownSlot of(Slot slot, ItemVersion item) {
            return new ShownSlot(
                    slot.id(), slot.itemId(), item.number(), slot.points(), Draft.of(item.content()), item.meta());
        }
    }

    record Published(int version) {}

    @GET
    public List<Line> list() {
        var asking = caller.get();
        policy.checkWriter(asking);
        return papers.readableBy(asking).stream().map(Line::of).toList();
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public View create(@NotNull @Valid Beginning beginning) {
        return view(assembly.create(caller.get(), beginning.headings(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View get(UUID id) {
        var asking = caller.get();
        policy.checkWriter(asking);
        var paper = papers.get(asking.schoolId(), id);
        policy.check(asking, paper);
        return view(paper);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View revise(UUID id, @NotNull @Valid Revision revision) {
        var asking = caller.get();
        policy.checkWriter(asking);
        var parts = revision.parts.stream().map(WantedPart::wish).toList();
        return view(assembly.revise(asking, id, revision.revision, revision.headings(), parts, clock.instant()));
    }

    @POST
    @Path("/{id}/publish")
    @Transactional
    public Published publish(UUID id) {
        var asking = caller.get();
        policy.checkWriter(asking);
        return new Published(assembly.publish(asking, id, clock.instant()).key().version());
    }

    private View view(Paper paper) {
        var latest = questions.latest(paper.schoolId(), paper.parts());
        var head = paper.headings();
        return new View(
                paper.id(),
                paper.revision(),
                head.title(),
                head.subject(),
                head.grade(),
                head.minutes(),
                paper.publishedVersion(),
                paper.parts().stream().map(part -> shown(part, latest)).toList());
    }

    private static ShownPart shown(Part part, Map<UUID, ItemVersion> latest) {
        var slots = part.slots().stream()
                .map(slot -> ShownSlot.of(slot, Questions.known(latest, slot.itemId())))
                .toList();
        return new ShownPart(part.title(), part.instructions(), slots);
    }
}
