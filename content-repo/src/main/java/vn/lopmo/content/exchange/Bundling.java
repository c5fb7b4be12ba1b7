package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lopmo.content.exchange.Bundle.Part;
import vn.lopmo.content.file.CopiedFiles;
import vn.lopmo.content.file.CopiedFiles.Copy;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Materials;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Puts together what a reader may take away: what he may read, and what its licence lets him copy.
@ApplicationScoped
class Bundling {
    private static final long LARGEST = 4L << 30;

    private final Works works;
    private final Materials materials;
    private final CopiedFiles files;

    Bundling(Works works, Materials materials, CopiedFiles files) {
        this.works = works;
        this.materials = materials;
        this.files = files;
    }

    /// @throws Refusal.NotFound if there is nothing in it that the reader may read
    /// @throws Refusal.Conflict if a work may not be copied by him, or all are too large
    Bundle of(String title, List<UUID> ids, Readership reader) {
        var who = reader.mustHaveAccount();
        var readable = works.of(who.schoolId(), ids, reader).values();
        if (readable.isEmpty()) {
            throw new Refusal.NotFound("material-not-found");
        }
        var parts = new ArrayList<Part>();
        for (Work work : readable) {
            mustBeCopyable(work, who);
            parts.add(Part.of(
                    parts.size() + 1,
                    work,
                    work.files().stream().map(file -> files.of(file.id())).toList()));
        }
        long size = parts.stream()
                .flatMap(part -> part.files().stream())
                .mapToLong(Copy::size)
                .sum();
        if (size > LARGEST) {
            throw new Refusal.Conflict("bundle-too-large", LARGEST >> 30);
        }
        return new Bundle(title, parts);
    }

    /// What bears all rights may be copied by who brought it in alone; what was copied for teaching by those who teach.
    private void mustBeCopyable(Work work, Caller who) {
        var licence = work.about().licence();
        boolean copyable = (licence != null && licence.isOpen())
                || (licence == Licence.TEACHING_EXCEPTION && who.isStaff())
                || materials.get(work.id(), who.schoolId()).ownerId().equals(who.id());
        if (!copyable) {
            throw new Refusal.Conflict("bundle-not-copyable", work.about().title());
        }
    }
}
