package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.event.AfterCommit;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.text.VietnameseText;
import vn.lopmo.platform.time.ClockSource;

/// Who of the staff looked into which learner's record, and when. Such records are sensitive data (Law
/// 91/2025/QH15): whoever of the staff opens one leaves a line here, whatever slice the record is of; the same
/// again on the same day is the same line. Learners and guardians look into what is their own, and leave none.
@ApplicationScoped
@Transactional
public class RecordReads {
    public static final String COMPETENCY = "competency";
    /// A mark book, or the marks of a class's quizzes.
    public static final String MARKS = "marks";
    /// Marks taken out as a file.
    public static final String MARKS_FILE = "marks-file";
    /// All subjects, conduct and results.
    public static final String CLASS_SHEET = "class-sheet";
    /// What was handed in for tasks.
    public static final String WORK = "work";
    /// How far somebody is in courses and lessons.
    public static final String STANDING = "standing";
    /// What a learner asked his teachers.
    public static final String QUESTIONS = "questions";

    public static final String PERSON_FILE = "person-file";
    /// All that is held of a person.
    public static final String EXPORT = "export";

    /// One look, or one at several learners at once. The names are those of today.
    ///
    /// @param reader with his school, if it is another one
    /// @param learner null if it was at several
    /// @param learners at how many
    public record Read(
            Instant at,
            String reader,
            @Nullable String learner,
            @Nullable UUID learnerId,
            int learners,
            String what) {}

    /// A look as the learner is told of it.
    public record Look(Instant at, String reader, String what) {}

    private static final int SHOWN = 300;
    /// So many lines are put together for a page: some of the looks at whole classes are one row of it.
    private static final int READ = 6_000;

    private static final String NOTE = """
            insert into record_access (id, school_id, reader_id, learner_id, what, at, day)
            select uuidv7(), ?, ?, learner, ?, ?, ? from (select learner from unnest(?) learner order by learner) in_order
            where learner <> ?
              and not exists (select 1 from guardianship g where g.guardian_id = ? and g.child_id = learner)
            on conflict do nothing""";

    private static final String LATEST = """
            select a.at, coalesce(max(r.name || coalesce(' (' || s.name || ')', '')), '–'), count(*), max(coalesce(l.name, '–')),
                   cast(max(cast(a.learner_id as text)) as uuid), a.what
            from (select * from record_access o where o.school_id = ?
                    and (cast(? as uuid) is null or o.learner_id = cast(? as uuid))
                    and (cast(? as text) is null
                         or o.learner_id in (select p.id from person p where p.school_id = o.school_id and p.name_folded like ?)
                         or o.reader_id in (select p.id from person p where p.school_id = o.school_id and p.name_folded like ?))
                  order by o.at desc limit %d) a
            left join person r on r.id = a.reader_id left join person l on l.id = a.learner_id
            left join school s on s.id = r.school_id and s.id <> a.school_id
            group by a.at, a.reader_id, a.what order by a.at desc limit %d""".formatted(READ, SHOWN);

    private final Rows rows;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final NotedToday noted = new NotedToday();

    RecordReads(Rows rows, Clock clock, TransactionSynchronizationRegistry transaction) {
        this.rows = rows;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param what what is looked at: one of the words above, or a part of it behind a stroke
    public void note(Caller reader, UUID learnerId, String what) {
        noteAll(reader, List.of(learnerId), what);
    }

    /// A whole class in one statement, and in none if all was noted today.
    public void noteAll(Caller reader, Collection<UUID> learnerIds, String what) {
        noteAll(reader, reader.schoolId(), learnerIds, what);
    }

    /// @param schoolId of the learners, whose school keeps the line, also when the reader is another school's
    public void noteAll(Caller reader, UUID schoolId, Collection<UUID> learnerIds, String what) {
        if (!reader.isStaff()) {
            return;
        }
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var fresh = noted.fresh(day, reader.id(), learnerIds, what);
        if (fresh.isEmpty()) {
            return;
        }
        rows.change(NOTE, schoolId, reader.id(), what, now, day, fresh.toArray(UUID[]::new), reader.id(), reader.id());
        // not before: a line that is rolled back has to be written the next time
        transaction.registerInterposedSynchronization(new AfterCommit(() -> noted.keep(day, reader.id(), fresh, what)));
    }

    /// The latest first; looks at several learners in one row.
    ///
    /// @param learnerId at this learner only
    /// @param name part of the reader's or the learner's
    public List<Read> latest(UUID schoolId, @Nullable UUID learnerId, @Nullable String name) {
        var like = name == null || name.isBlank()
                ? null
                : "%" + VietnameseText.fold(name).replaceAll("[%_\\\\]", "") + "%";
        return rows.list(
                LATEST,
                row -> row.number(3) == 1
                        ? new Read(row.time(1), row.text(2), row.text(4), row.uuid(5), 1, row.text(6))
                        : new Read(row.time(1), row.text(2), null, null, row.number(3), row.text(6)),
                schoolId,
                learnerId,
                learnerId,
                like,
                like,
                like);
    }

    /// At one learner, the latest first, for himself and his guardians.
    public List<Look> at(UUID schoolId, UUID learnerId) {
        return rows.list(
                "select a.at, coalesce(r.name || coalesce(' (' || s.name || ')', ''), '–'), a.what from record_access a"
                        + " left join person r on r.id = a.reader_id"
                        + " left join school s on s.id = r.school_id and s.id <> a.school_id"
                        + " where a.school_id = ? and a.learner_id = ? order by a.at desc limit " + SHOWN,
                row -> new Look(row.time(1), row.text(2), row.text(3)),
                schoolId,
                learnerId);
    }
}
