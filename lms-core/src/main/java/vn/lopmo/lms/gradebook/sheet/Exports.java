package vn.lopmo.lms.gradebook.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// When a book was last written out, so that what changed since can be told.
@ApplicationScoped
class Exports {
    private final Rows rows;

    Exports(Rows rows) {
        this.rows = rows;
    }

    record Export(Form form, Instant at, UUID by) {}

    Optional<Export> last(Place place) {
        return rows.first(
                "select form, exported_at, exported_by from mark_export"
                        + " where class_id = ? and subject = ? and term = ? order by exported_at desc limit 1",
                row -> new Export(Form.valueOf(row.text(1)), row.time(2), row.uuid(3)),
                place.classId(),
                place.subject(),
                place.term());
    }

    void add(Place place, Export export) {
        rows.change(
                "insert into mark_export (id, school_id, class_id, subject, term, form, exported_at, exported_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(export.at),
                place.schoolId(),
                place.classId(),
                place.subject(),
                place.term(),
                export.form.name(),
                export.at,
                export.by);
    }
}
