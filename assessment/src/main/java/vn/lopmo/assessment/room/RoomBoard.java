package vn.lopmo.assessment.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.Sign;
import vn.lopmo.assessment.sitting.Sitting;

/// The rows of a room: of each learner his latest sitting, with the last that was heard of him.
@ApplicationScoped
class RoomBoard {
    static final Duration AWAY = Duration.ofSeconds(30);
    private static final int SHORT = 8;

    /// How much is answered a device says that was heard of lately: it knows what is not saved yet. Otherwise what is
    /// saved is counted.
    private static final String ROWS = """
            select s.id, s.learner_id, s.attempt, s.started_at, s.closes_at, s.paused_at, s.handed_in_at, s.handed_in_by,
                s.needs_seconds + s.extra_seconds as extra, coalesce(s.device, p.device) as device,
                p.seen_at, p.address, coalesce(p.seq, 0) as seq, coalesce(p.acked, 0) as acked,
                case when p.seen_at > :fresh then p.answered else (select count(*) from
                    (select distinct on (a.slot) a.answer from answer_step a where a.sitting_id = s.id
                        order by a.slot, a.seq desc) c where c.answer is not null) end as answered, p.slot,
                (select coalesce(max(a.seq), 0) from answer_step a where a.sitting_id = s.id) as saved,
                (select count(*) from sitting_device d where d.sitting_id = s.id) as devices,
                e.left_page, e.away, e.pasted, n.kind as last_kind, n.at as last_at, l.late, l.held
            from sitting s
            left join presence p on p.sitting_id = s.id
            left join lateral (select count(*) filter (where kind = 'LEFT') as left_page,
                    coalesce(sum(seconds) filter (where kind = 'BACK'), 0) as away,
                    count(*) filter (where kind = 'PASTED') as pasted
                from sitting_event where sitting_id = s.id) e on true
            left join lateral (select kind, at from sitting_event where sitting_id = s.id
                    and kind in ('LEFT', 'COPIED', 'PASTED', 'FULLSCREEN_LEFT', 'SECOND_TAB', 'PRINT')
                order by at desc limit 1) n on true
            left join lateral (select count(*) as late, count(*) filter (where outcome is null) as held
                from late_step where sitting_id = s.id) l on true
            where s.assignment_id = :id order by s.attempt""";

    private final EntityManager database;
    private final PaperContents papers;

    RoomBoard(EntityManager database, PaperContents papers) {
        this.database = database;
        this.papers = papers;
    }

    /// By learner, those who have begun.
    Map<UUID, RoomRow> rows(Assignment assignment, Instant now) {
        var paper = papers.of(assignment);
        var rows = new LinkedHashMap<UUID, RoomRow>();
        List<?> found = database.createNativeQuery(ROWS, Tuple.class)
                .setParameter("id", assignment.id())
                .setParameter("fresh", now.minus(AWAY))
                .getResultList();
        for (var one : found) {
            var row = row((Tuple) one, paper, now);
            rows.put(row.learnerId(), row);
        }
        return rows;
    }

    /// The classes and groups that take it.
    List<String> classNames(Assignment assignment) {
        if (assignment.classes().isEmpty()) {
            return List.of();
        }
        return database
                .createNativeQuery(
                        "select distinct class_name from class_member where class_id in (:ids) order by class_name",
                        String.class)
                .setParameter("ids", assignment.classes())
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    private static RoomRow row(Tuple row, PaperContent paper, Instant now) {
        var seenAt = row.get("seen_at", Instant.class);
        var pausedAt = row.get("paused_at", Instant.class);
        var handedInAt = row.get("handed_in_at", Instant.class);
        int saved = count(row, "saved");
        return new RoomRow(
                row.get("learner_id", UUID.class),
                row.get("id", UUID.class),
                count(row, "attempt"),
                state(handedInAt, pausedAt),
                row.get("started_at", Instant.class),
                row.get("closes_at", Instant.class),
                pausedAt,
                handedInAt,
                by(row.get("handed_in_by", String.class)),
                Math.max(0, count(row, "extra") / 60),
                seenAt,
                handedInAt == null && seenAt != null && seenAt.isAfter(now.minus(AWAY)),
                Math.max(0, count(row, "seq") - Math.max(saved, count(row, "acked"))),
                saved,
                count(row, "answered"),
                number(row.get("slot", UUID.class), paper),
                row.get("address", String.class),
                shortened(row.get("device", String.class)),
                signs(row),
                lastSign(row),
                count(row, "held"));
    }

    private static RoomRow.State state(@Nullable Instant handedInAt, @Nullable Instant pausedAt) {
        if (handedInAt != null) {
            return RoomRow.State.HANDED_IN;
        }
        return pausedAt == null ? RoomRow.State.TAKING : RoomRow.State.PAUSED;
    }

    private static Sitting.@Nullable By by(@Nullable String name) {
        return name == null ? null : Sitting.By.valueOf(name);
    }

    private static @Nullable Integer number(@Nullable UUID slot, PaperContent paper) {
        return slot == null || !paper.has(slot) ? null : paper.question(slot).number();
    }

    private static @Nullable String shortened(@Nullable String device) {
        return device == null || device.length() <= SHORT ? device : device.substring(0, SHORT);
    }

    private static RoomRow.Signs signs(Tuple row) {
        return new RoomRow.Signs(
                count(row, "left_page"),
                count(row, "away"),
                count(row, "pasted"),
                count(row, "devices"),
                count(row, "late"));
    }

    private static RoomRow.@Nullable LastSign lastSign(Tuple row) {
        var kind = row.get("last_kind", String.class);
        return kind == null ? null : new RoomRow.LastSign(Sign.Kind.valueOf(kind), row.get("last_at", Instant.class));
    }

    private static int count(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }
}
