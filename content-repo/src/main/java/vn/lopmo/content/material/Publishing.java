package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.event.Outbox;

/// Brings materials into the readers' sight and takes them out again; the index and the other services are told in the
/// same transaction.
@ApplicationScoped
public class Publishing {
    private final Materials materials;
    private final MaterialVersions versions;
    private final Relations relations;
    private final Attachments attachments;
    private final ChangeLog changes;
    private final Outbox outbox;

    Publishing(
            Materials materials,
            MaterialVersions versions,
            Relations relations,
            Attachments attachments,
            ChangeLog changes,
            Outbox outbox) {
        this.materials = materials;
        this.versions = versions;
        this.relations = relations;
        this.attachments = attachments;
        this.changes = changes;
        this.outbox = outbox;
    }

    /// Makes the draft the next version.
    ///
    /// @param note what is new in it, for those who use the one before
    public MaterialVersion publish(Material material, Caller publisher, String note, Instant now) {
        var files =
                attachments.ofDraft(material.id()).stream().map(FilePlace::of).toList();
        var version = material.publish(files, credits(material), publisher.id(), note, now);
        versions.persist(version);
        told(material, version);
        return version;
    }

    /// @param reason told to whose lessons show it
    public void withdraw(Material material, String reason, Instant now) {
        outbox.publish(material.withdraw(reason, now));
        changes.changed(material.id());
        materials.flush();
    }

    /// Back to what readers saw before it was withdrawn.
    public void restore(Material material, Instant now) {
        material.restore(now);
        told(material, versions.findPublished(material).orElseThrow());
    }

    private void told(Material material, MaterialVersion version) {
        boolean interactive = Attachment.anyIsPlayed(attachments.of(version.fileIds()));
        outbox.publish(version.news(material.schoolId(), interactive));
        changes.changed(material.id());
        materials.flush();
    }

    /// What was written down, and the works of this library that the draft says it is based on: as they are now, so
    /// that the credit stays right when they change or go.
    private List<BasedOn> credits(Material material) {
        var credits = new ArrayList<>(material.metadata().basedOn());
        relations.from(material.id()).stream()
                .filter(relation -> relation.kind() == Relation.Kind.BASED_ON)
                .flatMap(this::credit)
                .filter(credit ->
                        credits.stream().noneMatch(known -> Objects.equals(credit.materialId(), known.materialId())))
                .forEach(credits::add);
        return credits;
    }

    private Stream<BasedOn> credit(Relation relation) {
        var version = relation.targetVersion();
        Optional<MaterialVersion> original = version == null
                ? materials.findOfAnySchool(relation.targetId()).flatMap(versions::findNewest)
                : versions.findVersion(relation.targetId(), version);
        return original.map(found -> BasedOn.of(relation.targetId(), found)).stream();
    }
}
