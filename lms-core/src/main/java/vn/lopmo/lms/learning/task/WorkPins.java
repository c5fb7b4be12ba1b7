package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// Remarks that a teacher put at places of handed-in pictures and pages.
@ApplicationScoped
class WorkPins {
    private static final int PHRASES = 12;

    /// @param page from 1; a picture is one page
    /// @param x    share of the page's width, from the left
    /// @param y    share of its height, from the top
    record Pin(UUID fileId, int page, BigDecimal x, BigDecimal y, String text) {}

    private final Rows rows;

    WorkPins(Rows rows) {
        this.rows = rows;
    }

    /// By file, from its first page to its last, on each in the order in which they were put.
    Map<UUID, List<Pin>> of(Collection<UUID> workIds) {
        return rows
                .list(
                        "select file_id, page, x, y, text from work_pin where work_id = any(?) order by page, place",
                        row -> new Pin(row.uuid(1), row.number(2), row.decimal(3), row.decimal(4), row.text(5)),
                        (Object) workIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Pin::fileId));
    }

    boolean areOn(UUID workId) {
        return !of(List.of(workId)).isEmpty();
    }

    /// These instead of what was there.
    void put(TaskWork work, List<Pin> pins, UUID by, Instant now) {
        rows.change("delete from work_pin where work_id = ?", work.id());
        int place = 0;
        for (var pin : pins) {
            rows.change(
                    "insert into work_pin (id, school_id, work_id, file_id, learner_id, place, page, x, y, text,"
                            + " written_by, written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Ids.next(now),
                    work.schoolId(),
                    work.id(),
                    pin.fileId,
                    work.learnerId(),
                    place++,
                    pin.page,
                    pin.x,
                    pin.y,
                    pin.text,
                    by,
                    now);
        }
    }

    /// What a teacher wrote most often, to be taken again with one touch.
    List<String> phrasesOf(UUID teacherId) {
        return rows.list(
                "select text from (select text, written_at from work_pin where written_by = ? order by written_at desc"
                        + " limit 1000) p where length(text) <= 120 group by text order by count(*) desc,"
                        + " max(written_at) desc limit " + PHRASES,
                row -> row.text(1),
                teacherId);
    }
}
