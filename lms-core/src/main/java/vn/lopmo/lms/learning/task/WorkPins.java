package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// Remarks that a teacher put at places of handed-in pictures and pages, and at passages of typed text.
@ApplicationScoped
class WorkPins {
    private static final int PHRASES = 12;

    private static final String INSERT = "insert into work_pin (id, school_id, work_id, learner_id, place, text,"
            + " written_by, written_at, %s) values (?, ?, ?, ?, ?, ?, ?, ?, %s)";

    /// @param page from 1; a picture is one page
    /// @param x    share of the page's width, from the left
    /// @param y    share of its height, from the top
    record Pin(UUID fileId, int page, BigDecimal x, BigDecimal y, String text) {}

    /// @param from in the text of the work, in UTF-16 units from 0
    /// @param to   behind the last of the passage
    record Passage(int from, int to, String text) {
        boolean isIn(String whole) {
            return from < to && to <= whole.length() && !isWithinLetter(whole, from) && !isWithinLetter(whole, to);
        }

        /// Between the two halves of one letter.
        private static boolean isWithinLetter(String whole, int at) {
            return at > 0 && at < whole.length() && Character.isSurrogatePair(whole.charAt(at - 1), whole.charAt(at));
        }
    }

    /// All that is remarked in a work.
    ///
    /// @param passages null for those that are there
    record Remarks(List<Pin> pins, @Nullable List<Passage> passages) {}

    private final Rows rows;

    WorkPins(Rows rows) {
        this.rows = rows;
    }

    /// By file, from its first page to its last, on each in the order in which they were put.
    Map<UUID, List<Pin>> of(Collection<UUID> workIds) {
        return rows
                .list(
                        "select file_id, page, x, y, text from work_pin where work_id = any(?)"
                                + " and file_id is not null order by page, place",
                        row -> new Pin(row.uuid(1), row.number(2), row.decimal(3), row.decimal(4), row.text(5)),
                        (Object) workIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Pin::fileId));
    }

    /// By work, in the order of the text.
    Map<UUID, List<Passage>> passagesOf(Collection<UUID> workIds) {
        return rows
                .list(
                        "select work_id, starts_at, ends_at, text from work_pin where work_id = any(?)"
                                + " and file_id is null order by starts_at, ends_at, place",
                        row -> Map.entry(row.uuid(1), new Passage(row.number(2), row.number(3), row.text(4))),
                        (Object) workIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// These instead of what was there.
    void put(TaskWork work, Remarks remarks, UUID by, Instant now) {
        var passages = remarks.passages == null
                ? passagesOf(List.of(work.id())).getOrDefault(work.id(), List.of())
                : remarks.passages;
        rows.change("delete from work_pin where work_id = ?", work.id());
        int place = 0;
        for (var pin : remarks.pins) {
            rows.change(
                    INSERT.formatted("file_id, page, x, y", "?, ?, ?, ?"),
                    Ids.next(now),
                    work.schoolId(),
                    work.id(),
                    work.learnerId(),
                    place++,
                    pin.text,
                    by,
                    now,
                    pin.fileId,
                    pin.page,
                    pin.x,
                    pin.y);
        }
        for (var passage : passages) {
            rows.change(
                    INSERT.formatted("starts_at, ends_at", "?, ?"),
                    Ids.next(now),
                    work.schoolId(),
                    work.id(),
                    work.learnerId(),
                    place++,
                    passage.text,
                    by,
                    now,
                    passage.from,
                    passage.to);
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
