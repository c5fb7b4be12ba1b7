package vn.lopmo.content.material;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// Describing, publishing and withdrawing materials.
@Path("/materials")
class MaterialResource {
    private final Materials materials;
    private final Publishing publishing;
    private final PublishingGate gate;
    private final MaterialViews views;
    private final Attachments attachments;
    private final ClassChoice classes;
    private final Readers readers;
    private final CurrentCaller caller;
    private final Clock clock;

    MaterialResource(
            Materials materials,
            Publishing publishing,
            PublishingGate gate,
            MaterialViews views,
            Attachments attachments,
            ClassChoice classes,
            Readers readers,
            CurrentCaller caller,
            Clock clock) {
        this.materials = materials;
        this.publishing = publishing;
        this.gate = gate;
        this.views = views;
        this.attachments = attachments;
        this.classes = classes;
        this.readers = readers;
        this.caller = caller;
        this.clock = clock;
    }

    record Edit(@NotNull Integer revision, @NotNull @Valid Metadata metadata) {}

    record Placed(
            @NotNull UUID id,
            @NotNull FileKind kind,
            @Nullable @Pattern(regexp = "[a-z]{2}") String language) {
        FilePlace place() {
            return new FilePlace(id, kind, language);
        }
    }

    record Arrangement(@NotNull @Size(max = 100) List<@NotNull @Valid Placed> files) {}

    record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

    record Waiting(
            UUID id,
            String title,
            @Nullable MaterialType type,
            @Nullable String subject,
            List<Integer> grades,
            @Nullable Licence licence,
            Visibility visibility,
            Material.State state,
            List<String> missing,
            @Nullable String fileName,
            @Nullable String fileState,
            Instant updatedAt) {}

    /// How many stand on each shelf of the desk.
    record Counts(long draft, long published, long withdrawn, long discarded) {}

    /// A librarian's desk; a teacher sees what he brought in himself.
    @GET
    @Path("/queue")
    @Transactional
    public List<Waiting> queue(
            @RestQuery @DefaultValue("DRAFT") Material.State state, @RestQuery @DefaultValue("0") @Min(0) int page) {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        var waiting = materials.queue(who.schoolId(), state, MaterialPolicy.curates(who) ? null : who.id(), page);
        var files = attachments.firstOf(waiting.stream().map(Material::id).toList());
        return waiting.stream()
                .map(material -> waiting(material, files.get(material.id())))
                .toList();
    }

    @GET
    @Path("/queue/counts")
    @Transactional
    public Counts counts() {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        var owner = MaterialPolicy.curates(who) ? null : who.id();
        return new Counts(
                materials.waiting(who.schoolId(), Material.State.DRAFT, owner),
                materials.waiting(who.schoolId(), Material.State.PUBLISHED, owner),
                materials.waiting(who.schoolId(), Material.State.WITHDRAWN, owner),
                materials.waiting(who.schoolId(), Material.State.DISCARDED, owner));
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public MaterialViews.View create(@NotNull @Valid Metadata metadata) {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        classes.check(who, List.of(), metadata.classIds());
        var material = Material.drafted(who.schoolId(), who.id(), metadata, clock.instant());
        materials.persistAndFlush(material);
        return views.of(material, who);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public MaterialViews.View read(UUID id) {
        return views.of(getFor(Verb.READ, id), caller.get());
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public MaterialViews.View edit(UUID id, @NotNull @Valid Edit edit) {
        var material = getFor(Verb.EDIT, id);
        classes.check(
                caller.get(), material.metadata().classIds(), edit.metadata().classIds());
        material.describe(edit.revision(), edit.metadata(), clock.instant());
        materials.flush();
        return views.of(material, caller.get());
    }

    /// The files' order and parts in the material.
    @PUT
    @Path("/{id}/files")
    @Transactional
    public MaterialViews.View arrange(UUID id, @NotNull @Valid Arrangement arrangement) {
        var material = getFor(Verb.EDIT, id);
        material.touch(clock.instant());
        attachments.arrange(id, arrangement.files.stream().map(Placed::place).toList());
        materials.flush();
        return views.of(material, caller.get());
    }

    /// @param note what is new in this version, for those who use the one before
    @POST
    @Path("/{id}/publish")
    @Transactional
    public MaterialViews.View publish(UUID id, @RestQuery @DefaultValue("") @Size(max = 500) String note) {
        var material = getFor(Verb.PUBLISH, id);
        gate.check(material);
        publishing.publish(material, caller.get(), VietnameseText.tidy(note), clock.instant());
        return views.of(material, caller.get());
    }

    @POST
    @Path("/{id}/withdraw")
    @Transactional
    public MaterialViews.View withdraw(UUID id, @NotNull @Valid Withdrawal withdrawal) {
        var material = getFor(Verb.PUBLISH, id);
        publishing.withdraw(material, VietnameseText.tidy(withdrawal.reason()), clock.instant());
        return views.of(material, caller.get());
    }

    @POST
    @Path("/{id}/restore")
    @Transactional
    public MaterialViews.View restore(UUID id) {
        var material = getFor(Verb.PUBLISH, id);
        publishing.restore(material, clock.instant());
        return views.of(material, caller.get());
    }

    @POST
    @Path("/{id}/discard")
    @Transactional
    public MaterialViews.View discard(UUID id) {
        var material = getFor(Verb.DISCARD, id);
        material.discard(clock.instant());
        materials.flush();
        return views.of(material, caller.get());
    }

    @POST
    @Path("/{id}/take-back")
    @Transactional
    public MaterialViews.View takeBack(UUID id) {
        var material = getFor(Verb.DISCARD, id);
        material.takeBack(clock.instant());
        materials.flush();
        return views.of(material, caller.get());
    }

    private Material getFor(Verb verb, UUID id) {
        var who = caller.get();
        var material = materials.get(id, who.schoolId());
        MaterialPolicy.check(readers.of(who), verb, material);
        return material;
    }

    private static Waiting waiting(Material material, @Nullable Attachment file) {
        var metadata = material.metadata();
        return new Waiting(
                material.id(),
                metadata.title(),
                metadata.type(),
                metadata.subject(),
                metadata.grades(),
                metadata.licence(),
                metadata.visibleTo(),
                material.state(),
                metadata.missing(),
                file == null ? null : file.name(),
                file == null ? null : file.state(),
                material.updatedAt());
    }
}
