package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import vn.lopmo.content.file.MaterialOpened;
import vn.lopmo.content.file.Rows;

/// How often materials are opened, by day and kind. No person stands in it, nor anything that leads to one: what pupils
/// read is their own business. Counted beside the reading, which does not wait for it.
@ApplicationScoped
class MaterialUse {
    /// The school's day.
    static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    enum Kind {
        FILE,
        READER,
        PACKAGE,
        /// A file, by somebody without an account.
        PUBLIC
    }

    private final Rows rows;
    private final Clock clock;

    MaterialUse(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void opened(@ObservesAsync MaterialOpened opened) {
        var kind =
                switch (opened.how()) {
                    case FILE -> Kind.FILE;
                    case READER -> Kind.READER;
                    case PACKAGE -> Kind.PACKAGE;
                };
        count(opened.schoolId(), opened.materialId(), kind);
    }

    void count(UUID schoolId, UUID materialId, Kind kind) {
        rows.update("""
                insert into material_use (material_id, day, kind, school_id, count) values (?, ?, ?, ?, 1)
                on conflict (material_id, day, kind) do update set count = material_use.count + 1""", materialId, clock.instant().atZone(HERE).toLocalDate(), kind.name(), schoolId);
    }
}
