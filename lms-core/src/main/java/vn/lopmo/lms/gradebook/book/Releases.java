package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.platform.sql.Rows;

/// Which columns learners and guardians see.
@ApplicationScoped
public class Releases {
    private final Rows rows;

    Releases(Rows rows) {
        this.rows = rows;
    }

    record Released(String subject, int term, Slot slot) {}

    Set<Slot> of(Place place) {
        return ofClass(place.classId()).stream()
                .filter(each -> each.subject.equals(place.subject()) && each.term == place.term())
                .map(Released::slot)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Released> ofClass(UUID classId) {
        return rows.list(
                "select subject, term, slot from mark_release where class_id = ?",
                row -> new Released(row.text(1), row.number(2), Slot.valueOf(row.text(3))),
                classId);
    }

    void release(Place place, Slot slot, UUID by, Instant now) {
        rows.change(
                "insert into mark_release (class_id, subject, term, slot, school_id, released_at, released_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                place.classId(),
                place.subject(),
                place.term(),
                slot.name(),
                place.schoolId(),
                now,
                by);
    }

    void takeBack(Place place, Slot slot) {
        rows.change(
                "delete from mark_release where class_id = ? and subject = ? and term = ? and slot = ?",
                place.classId(),
                place.subject(),
                place.term(),
                slot.name());
    }
}
