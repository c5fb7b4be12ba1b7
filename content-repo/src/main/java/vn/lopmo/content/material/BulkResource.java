package vn.lopmo.content.material;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.platform.refusal.Refusal;

/// The same change to many materials, for a librarian with thousands of them. One that cannot be changed does not stop
/// the rest.
@Path("/materials/edits")
class BulkResource {
    private static final int MOST = 500;

    private final Materials materials;
    private final BulkEdits edits;
    private final Publishing publishing;
    private final PublishingGate gate;
    private final ClassChoice classes;
    private final Readers readers;
    private final Clock clock;

    BulkResource(
            Materials materials,
            BulkEdits edits,
            Publishing publishing,
            PublishingGate gate,
            ClassChoice classes,
            Readers readers,
            Clock clock) {
        this.materials = materials;
        this.edits = edits;
        this.publishing = publishing;
        this.gate = gate;
        this.classes = classes;
        this.readers = readers;
        this.clock = clock;
    }

    /// What is null stays as it is.
    record Change(
            @NotEmpty @Size(max = MOST) List<@NotNull UUID> ids,
            @Nullable MaterialType type,
            @Nullable @Pattern(regexp = Subjects.CODES) String subject,
            @Nullable @Size(max = 12) List<@NotNull @Min(1) @Max(12) Integer> grades,
            @Nullable TextbookSet textbookSet,
            @Nullable @Size(max = 300) String author,
            @Nullable @Size(max = 200) String unit,
            @Nullable @Size(max = 500) String source,
            @Nullable Licence licence,
            @Nullable Visibility visibility,
            @Nullable @Size(max = 60) List<@NotNull UUID> classIds) {

        Metadata on(Metadata before) {
            var edit = before.edit();
            if (type != null) {
                edit.type(type);
            }
            if (subject != null) {
                edit.subject(subject);
            }
            if (grades != null) {
                edit.grades(grades);
            }
            if (textbookSet != null) {
                edit.textbookSet(textbookSet);
            }
            if (author != null) {
                edit.author(author);
            }
            if (unit != null) {
                edit.unit(unit);
            }
            if (source != null) {
                edit.source(source);
            }
            return withTerms(edit);
        }

        private Metadata withTerms(MetadataEdit edit) {
            if (licence != null) {
                edit.licence(licence);
            }
            if (visibility != null) {
                edit.visibility(visibility);
            }
            if (classIds != null) {
                edit.classIds(classIds);
            }
            return edit.done();
        }
    }

    record Some(@NotEmpty @Size(max = MOST) List<@NotNull UUID> ids) {}

    record Undoing(@NotNull UUID undo) {}

    /// @param undo hands the change back; null if there is nothing to take back
    record Outcome(@Nullable UUID undo, List<UUID> changed, List<Refused> refused) {}

    /// @param fields what is missing, where that is the reason
    record Refused(UUID id, String slug, List<String> fields) {}

    @POST
    @Transactional
    public Outcome change(@NotNull @Valid Change change) {
        var reader = readers.current();
        var who = reader.mustHaveAccount();
        MaterialPolicy.checkMayAdd(who);
        if (change.classIds != null) {
            classes.check(who, List.of(), change.classIds);
        }
        var before = new ArrayList<BulkEdit.Before>();
        var outcome = each(change.ids, reader, Verb.EDIT, material -> {
            var old = material.metadata();
            material.describe(material.revision(), change.on(old), clock.instant());
            materials.flush();
            before.add(new BulkEdit.Before(material.id(), material.revision(), old));
        });
        var edit = BulkEdit.of(who.schoolId(), who.id(), before, clock.instant());
        edits.persist(edit);
        return new Outcome(edit.id(), outcome.changed, outcome.refused);
    }

    /// Takes a change back, but where somebody has saved since.
    @POST
    @Path("/undo")
    @Transactional
    public Outcome undo(@NotNull @Valid Undoing undoing) {
        var reader = readers.current();
        var found = edits.get(undoing.undo, reader.mustHaveAccount()).undo(clock.instant());
        var ids = found.stream().map(BulkEdit.Before::materialId).toList();
        return each(ids, reader, Verb.EDIT, material -> found.stream()
                .filter(one -> one.materialId().equals(material.id()))
                .forEach(one -> material.describe(one.revision(), one.metadata(), clock.instant())));
    }

    /// Publishes those that lack nothing, each in a transaction of its own.
    @POST
    @Path("/publish")
    public Outcome publish(@NotNull @Valid Some some) {
        var reader = readers.current();
        var changed = new ArrayList<UUID>();
        var refused = new ArrayList<Refused>();
        for (UUID id : some.ids.stream().distinct().toList()) {
            var one = QuarkusTransaction.requiringNew().call(() -> publish(id, reader));
            changed.addAll(one.changed);
            refused.addAll(one.refused);
        }
        return new Outcome(null, changed, refused);
    }

    private Outcome publish(UUID id, Readership reader) {
        return each(List.of(id), reader, Verb.PUBLISH, material -> {
            gate.check(material);
            material.mustBeComplete();
            publishing.publish(material, reader.mustHaveAccount(), "", clock.instant());
        });
    }

    private interface Act {
        void on(Material material);
    }

    private Outcome each(List<UUID> ids, Readership reader, Verb verb, Act act) {
        var changed = new ArrayList<UUID>();
        var refused = new ArrayList<Refused>();
        for (UUID id : ids.stream().distinct().toList()) {
            try {
                var material = materials.get(id, reader.mustHaveAccount().schoolId());
                MaterialPolicy.check(reader, verb, material);
                act.on(material);
                changed.add(id);
            } catch (Refusal refusal) {
                refused.add(refused(id, refusal));
            }
        }
        return new Outcome(null, changed, refused);
    }

    private static Refused refused(UUID id, Refusal refusal) {
        var fields = refusal instanceof Refusal.Invalid invalid
                ? invalid.fields().stream().map(Refusal.Field::field).toList()
                : List.<String>of();
        return new Refused(id, refusal.slug(), fields);
    }
}
