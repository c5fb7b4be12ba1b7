package vn.lopmo.lms.notice.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The dates of some classes between two moments, in one statement.
@ApplicationScoped
class Dates {
    private static final String SQL =
            """
            select 'PAPER', p.id, p.id, p.title, p.subject, c.name, p.opens_at, p.closes_at
            from assigned_paper p join assigned_paper_class k on k.assignment_id = p.id
            join school_class c on c.id = k.class_id
            where k.class_id = any (?) and coalesce(p.closes_at, p.opens_at) >= ? and coalesce(p.opens_at, p.closes_at) < ?
            union all
            select 'TASK', d.source_id, d.target_id, d.title, d.place, c.name, null, d.due_at
            from class_due d join school_class c on c.id = d.class_id
            where d.class_id = any (?) and d.due_at >= ? and d.due_at < ?
            union all
            select 'MEETING', l.id, l.id, l.title, l.subject, c.name, l.starts_at, l.ends_at
            from live_lesson l join school_class c on c.id = l.class_id
            where l.class_id = any (?) and l.cancelled_at is null and l.ends_at >= ? and l.starts_at < ?""";

    private final Rows rows;

    Dates(Rows rows) {
        this.rows = rows;
    }

    /// The earliest first.
    List<Entry> of(Collection<UUID> classIds, Instant from, Instant until) {
        var classes = classIds.toArray(UUID[]::new);
        if (classes.length == 0) {
            return List.of();
        }
        return rows
                .list(SQL, Dates::entry, classes, from, until, classes, from, until, classes, from, until)
                .stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::title))
                .toList();
    }

    private static Entry entry(Row row) throws SQLException {
        return switch (row.text(1)) {
            case "PAPER" ->
                Entry.paper(
                        row.uuid(2),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.timeOrNull(7),
                        row.timeOrNull(8));
            case "TASK" -> dated(Entry.Kind.TASK, row);
            default -> dated(Entry.Kind.MEETING, row);
        };
    }

    private static Entry dated(Entry.Kind kind, Row row) throws SQLException {
        return new Entry(
                kind,
                row.uuid(2),
                row.uuid(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.timeOrNull(7),
                row.timeOrNull(8));
    }
}
