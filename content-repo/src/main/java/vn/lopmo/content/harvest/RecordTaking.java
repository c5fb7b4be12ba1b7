package vn.lopmo.content.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.harvest.HarvestRun.Counts;
import vn.lopmo.content.harvest.HarvestedRecords.Taken;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.Materials;

/// Makes drafts of what another library tells of, and keeps them in step as long as nobody has worked on them. Nothing
/// is published by it, nothing withdrawn, and no sentence of a librarian is ever written over: what differs is noted.
@ApplicationScoped
class RecordTaking {
    private final HarvestedRecords records;
    private final Materials materials;

    RecordTaking(HarvestedRecords records, Materials materials) {
        this.records = records;
        this.materials = materials;
    }

    /// In the caller's transaction.
    Counts take(HarvestSource source, List<OaiPage.Heard> page, Instant now) {
        var newest = new LinkedHashMap<String, OaiPage.Heard>();
        page.forEach(heard -> newest.put(heard.identifier(), heard));
        var known = records.of(source.id(), List.copyOf(newest.keySet()));
        var counts = new Counts(page.size() - newest.size(), 0, 0, 0);
        for (var heard : newest.values()) {
            counts = counts.plus(take(source, heard, known.get(heard.identifier()), now));
        }
        return counts;
    }

    private Counts take(HarvestSource source, OaiPage.Heard heard, @Nullable Taken known, Instant now) {
        if (heard.gone()) {
            return gone(source, known, now);
        }
        if (heard.metadata() == null) { // against the protocol; it says neither what it is nor that it is gone
            return new Counts(1, 0, 0, 0);
        }
        var told = HeardDescription.of(heard);
        var fingerprint = fingerprint(heard);
        if (known == null) {
            add(source, heard.identifier(), told, fingerprint, now);
            return new Counts(1, 1, 0, 0);
        }
        if (known.fingerprint().equals(fingerprint) && !known.gone()) {
            return new Counts(1, 0, 0, 0);
        }
        change(source, known, told, fingerprint, now);
        return new Counts(1, 0, 1, 0);
    }

    private Counts gone(HarvestSource source, @Nullable Taken known, Instant now) {
        if (known == null || known.gone()) {
            return new Counts(1, 0, 0, 0);
        }
        records.put(
                source.id(),
                new Taken(
                        known.identifier(),
                        known.materialId(),
                        known.fingerprint(),
                        known.rights(),
                        known.revision(),
                        known.differs(),
                        true,
                        now));
        return new Counts(1, 0, 0, 1);
    }

    private void add(HarvestSource source, String identifier, HeardDescription told, String fingerprint, Instant now) {
        var draft = Material.drafted(source.schoolId(), source.addedBy(), told.metadata(), now);
        materials.persistAndFlush(draft);
        records.put(
                source.id(),
                new Taken(identifier, draft.id(), fingerprint, told.rights(), draft.revision(), false, false, now));
    }

    private void change(HarvestSource source, Taken known, HeardDescription told, String fingerprint, Instant now) {
        var ours = untouched(known);
        ours.ifPresent(draft -> {
            draft.describe(draft.revision(), told.metadata(), now);
            materials.flush();
        });
        int revision = ours.map(Material::revision).orElse(known.revision());
        records.put(
                source.id(),
                new Taken(
                        known.identifier(),
                        known.materialId(),
                        fingerprint,
                        told.rights(),
                        revision,
                        ours.isEmpty(),
                        false,
                        now));
    }

    private Optional<Material> untouched(Taken known) {
        return materials
                .findOfAnySchool(known.materialId())
                .filter(material -> material.state() == Material.State.DRAFT)
                .filter(material -> !material.inReview())
                .filter(material -> material.revision() == known.revision());
    }

    /// Of what they tell, not of what we make of it: our reading may become better without theirs having changed.
    private static String fingerprint(OaiPage.Heard heard) {
        try {
            var text = Nodes.outline(Objects.requireNonNull(heard.metadata()));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
