package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.content.file.Rows;
import vn.lopmo.content.material.ChangeLog;
import vn.lopmo.platform.text.VietnameseText;

/// What the world may know of each material, and since when: open, or gone after it was open. What was never open is
/// not there.
///
/// An embargo's end and an expiry change a record by the clock alone; its stamp is then that moment, so that a
/// harvester who asks for what changed since his last visit is told.
@ApplicationScoped
class OpenRecords {
    /// What was ever shown, as it stands at a moment. Given: now, now, now, now, school, now.
    static final String SHELF = """
            with shelf as (
                select material_id, subject, type, grades, words,
                       case when listed and available_until <= ? then greatest(stamp, available_until)
                            when listed and available_from <= ? then greatest(stamp, available_from)
                            else stamp end as stamp,
                       listed and coalesce(available_from <= ?, true) and coalesce(available_until > ?, true) as open
                from open_record
                where school_id = ?
                  and (shown_before or listed and coalesce(available_from <= ?, true)
                                       and coalesce(available_until > stamp, true)))
            """;

    private static final String FOLLOW = """
            insert into open_record as known (material_id, school_id, version, subject, type, grades, words, listed,
                                              shown_before, available_from, available_until, stamp)
            select m.id, m.school_id, m.published_version, coalesce(v.metadata ->> 'subject', ''),
                   coalesce(v.metadata ->> 'type', ''),
                   array(select cast(jsonb_array_elements_text(v.metadata -> 'grades') as integer)), cast(? as text),
                   m.state = 'PUBLISHED' and 'anybody' = any (m.audience), false, m.available_from, m.available_until,
                   cast(? as timestamptz)
            from material m join material_version v on v.material_id = m.id and v.version = m.published_version
            where m.id = ? and (m.state = 'PUBLISHED' and 'anybody' = any (m.audience)
                                or exists (select 1 from open_record r where r.material_id = m.id))
            on conflict (material_id) do update
            set version = excluded.version, type = excluded.type, grades = excluded.grades, words = excluded.words,
                subject = case when excluded.listed then excluded.subject else known.subject end,
                listed = excluded.listed, available_from = excluded.available_from,
                available_until = excluded.available_until, stamp = excluded.stamp,
                shown_before = known.shown_before
                    or known.listed and coalesce(known.available_from <= excluded.stamp, true)
            where (known.version, known.listed) is distinct from (excluded.version, excluded.listed)""";

    private static final String WORDS = """
            select concat_ws(' ', v.metadata ->> 'title', v.metadata ->> 'author', v.metadata ->> 'description',
                             v.metadata ->> 'lesson', v.metadata ->> 'keywords')
            from material m join material_version v on v.material_id = m.id and v.version = m.published_version
            where m.id = ?""";

    private final Rows rows;
    private final Clock clock;

    OpenRecords(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @param deleted it was open once and is not now
    record Entry(UUID materialId, Instant stamp, String subject, boolean deleted) {}

    /// Which records: those that changed between two moments, both inside and in whole seconds.
    ///
    /// @param subject empty for all
    record Wish(Instant from, Instant until, String subject) {
        static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
        static final Wish ALL = new Wish(Instant.EPOCH, END, "");
    }

    /// Where a list goes on: behind this record.
    record Place(Instant stamp, UUID materialId) {
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /// In the transaction of every change to a material.
    void follow(@Observes ChangeLog.Changed change) {
        rows.find(WORDS, row -> VietnameseText.fold(row.getString(1)), change.materialId())
                .ifPresent(words -> rows.update(FOLLOW, words, time(clock.instant()), change.materialId()));
    }

    /// The oldest change first. A record that changes while somebody walks the list moves to its end, so that he meets
    /// it once more and misses none.
    List<Entry> after(UUID schoolId, Wish wish, Place place, int most, Instant now) {
        return rows.query(
                SHELF + """
                select material_id, stamp, subject, not open from shelf
                where date_trunc('second', stamp) between ? and ? and ? in ('', subject)
                  and (stamp, material_id) > (?, ?)
                order by stamp, material_id limit ?""",
                row -> new Entry(
                        row.getObject(1, UUID.class),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        row.getString(3),
                        row.getBoolean(4)),
                arguments(schoolId, now, wish, time(place.stamp), place.materialId, most));
    }

    /// How many fit, the deleted ones among them.
    long size(UUID schoolId, Wish wish, Instant now) {
        return number(
                "select count(*) from shelf where date_trunc('second', stamp) between ? and ? and ? in ('', subject)",
                schoolId,
                wish,
                now);
    }

    /// How many are open.
    long count(UUID schoolId, Wish wish, Instant now) {
        return number(
                "select count(*) from shelf where open and date_trunc('second', stamp) between ? and ? and ? in ('', subject)",
                schoolId,
                wish,
                now);
    }

    Optional<Entry> find(UUID schoolId, UUID materialId, Instant now) {
        return rows
                .query(
                        SHELF + "select material_id, stamp, subject, not open from shelf where material_id = ?",
                        row -> new Entry(
                                row.getObject(1, UUID.class),
                                instant(row.getObject(2, OffsetDateTime.class)),
                                row.getString(3),
                                row.getBoolean(4)),
                        with(shelf(schoolId, now), materialId))
                .stream()
                .findFirst();
    }

    /// The oldest stamp there is; now, if there is nothing.
    Instant earliest(UUID schoolId, Instant now) {
        return rows.query(
                        "select coalesce(min(stamp), ?) from open_record where school_id = ?",
                        row -> instant(row.getObject(1, OffsetDateTime.class)),
                        time(now),
                        schoolId)
                .getFirst();
    }

    /// Subjects that have a record, open or deleted.
    List<String> subjects(UUID schoolId, Instant now) {
        return rows.query(
                SHELF + "select distinct subject from shelf where subject <> '' order by subject",
                row -> row.getString(1),
                with(shelf(schoolId, now)));
    }

    private long number(String select, UUID schoolId, Wish wish, Instant now) {
        return rows.query(SHELF + select, row -> row.getLong(1), arguments(schoolId, now, wish))
                .getFirst();
    }

    /// What [#SHELF] is given.
    static List<Object> shelf(UUID schoolId, Instant now) {
        var at = time(now);
        return new ArrayList<>(List.of(at, at, at, at, schoolId, at));
    }

    static Object[] with(List<Object> first, Object... more) {
        first.addAll(List.of(more));
        return first.toArray();
    }

    private static Object[] arguments(UUID schoolId, Instant now, Wish wish, Object... more) {
        var all = shelf(schoolId, now);
        all.addAll(List.of(time(wish.from), time(wish.until), wish.subject));
        return with(all, more);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
