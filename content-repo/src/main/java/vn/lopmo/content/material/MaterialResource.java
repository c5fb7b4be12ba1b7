package vn.lopmo.content.material;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.text.VietnameseText;

/// Describing, publishing and withdrawing materials.
@Path("/materials")
class MaterialResource {
    private final Materials materials;
    private final MaterialVersions versions;
    private final MaterialViews views;
    private final Attachments attachments;
    private final ClassChoice classes;
    private final Readers readers;
    private final ChangeLog changes;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Clock clock;

    MaterialResource(
            Materials materials,
            MaterialVersions versions,
            MaterialViews views,
            Attachments attachments,
            ClassChoice classes,
            Readers readers,
            ChangeLog changes,
            Outbox outbox,
            CurrentCaller caller,
            Clock clock) {
        this.materials = materials;
        this.versions = versions;
        this.views = views;
        this.attachments = attachments;
        this.classes = classes;
        this.readers = readers;
        this.changes = changes;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    record Edit(@NotNull Integer revision, @NotNull @Valid Metadata metadata) {}

    record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

    record Waiting(
            UUID id,
            String title,
            @Nullable MaterialType type,
            Material.State state,
            @Nullable String fileName,
            @Nullable String fileState,
            Instant updatedAt) {}

    /// A librarian's desk; a teacher sees what he brought in himself.
    @GET
    @Path("/queue")
    @Transactional
    public List<Waiting> queue(@RestQuery @DefaultValue("DRAFT") Material.State state) {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        var waiting = materials.queue(who.schoolId(), state, MaterialPolicy.curates(who) ? null : who.id());
        var files = attachments.firstOf(waiting.stream().map(Material::id).toList());
        return waiting.stream()
                .map(material -> waiting(material, files.get(material.id())))
                .toList();
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

    @POST
    @Path("/{id}/publish")
    @Transactional
    public MaterialViews.View publish(UUID id) {
        var material = getFor(Verb.PUBLISH, id);
        var files = attachments.ofDraft(id).stream().map(Attachment::id).toList();
        var version = material.publish(files, caller.get().id(), clock.instant());
        versions.persist(version);
        outbox.publish(version.news(material.schoolId()));
        changes.changed(id);
        materials.flush();
        return views.of(material, caller.get());
    }

    @POST
    @Path("/{id}/withdraw")
    @Transactional
    public MaterialViews.View withdraw(UUID id, @NotNull @Valid Withdrawal withdrawal) {
        var material = getFor(Verb.PUBLISH, id);
        outbox.publish(material.withdraw(VietnameseText.tidy(withdrawal.reason()), clock.instant()));
        changes.changed(id);
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
        return new Waiting(
                material.id(),
                material.metadata().title(),
                material.metadata().type(),
                material.state(),
                file == null ? null : file.name(),
                file == null ? null : file.state(),
                material.updatedAt());
    }
}
