package vn.lopmo.content.packages;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Blobs;
import vn.lopmo.content.file.FileUnpacked;
import vn.lopmo.content.file.reading.Entries;
import vn.lopmo.content.file.reading.PackageSheet;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Materials;

/// Puts an unpacked package into the store, and what it says of itself into a description that nobody has touched yet.
@ApplicationScoped
class Unpacking {
    private final PackageShelf shelf;
    private final Blobs blobs;
    private final Materials materials;
    private final Clock clock;

    Unpacking(PackageShelf shelf, Blobs blobs, Materials materials, Clock clock) {
        this.shelf = shelf;
        this.blobs = blobs;
        this.materials = materials;
        this.clock = clock;
    }

    void take(@Observes FileUnpacked file) {
        if (!Entries.areIn(file.folder())) {
            return;
        }
        try {
            var sheet = Entries.sheet(file.folder());
            var entries = Entries.in(file.folder());
            keep(file, entries);
            QuarkusTransaction.requiringNew().timeout(600).run(() -> {
                shelf.replace(file.fileId(), file.schoolId(), sheet, entries);
                describe(file.materialId(), sheet);
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void keep(FileUnpacked file, List<Entries.Entry> entries) {
        var kept = new HashSet<String>();
        for (var entry : entries) {
            if (kept.add(entry.hash())) {
                blobs.keep(file.schoolId(), entry.hash(), Entries.content(file.folder(), entry), entry.mediaType());
            }
        }
    }

    private void describe(UUID materialId, PackageSheet sheet) {
        materials
                .findOfAnySchool(materialId)
                .ifPresent(material -> material.foundInside(
                        sheet.title(),
                        sheet.description(),
                        String.join(", ", sheet.authors()),
                        licence(sheet.licence()),
                        sheet.source(),
                        clock.instant()));
    }

    private static @Nullable Licence licence(@Nullable String name) {
        return name == null ? null : Licence.valueOf(name);
    }
}
