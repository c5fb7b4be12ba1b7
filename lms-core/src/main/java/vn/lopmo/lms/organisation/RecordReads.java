package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// Who of the staff looked into which learner's record, and when. Such records are sensitive data (Law 91/2025/QH15):
/// each opening by staff leaves a line here, whatever slice the record is of.
@ApplicationScoped
@Transactional
public class RecordReads {
    /// One look. The names are those of today.
    public record Read(Instant at, String reader, String learner, UUID learnerId, String what) {}

    private static final int SHOWN = 300;

    private final Rows rows;
    private final Clock clock;

    RecordReads(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @param what what is looked at: `competency`, `marks` …
    public void note(Caller reader, UUID learnerId, String what) {
        var now = clock.instant();
        rows.change(
                "insert into record_access (id, school_id, reader_id, learner_id, what, at) values (?, ?, ?, ?, ?, ?)",
                Ids.next(now),
                reader.schoolId(),
                reader.id(),
                learnerId,
                what,
                now);
    }

    /// The latest first.
    ///
    /// @param learnerId of this learner only
    public List<Read> latest(UUID schoolId, @Nullable UUID learnerId) {
        return rows.list(
                "select a.at, coalesce(r.name, '–'), coalesce(l.name, '–'), a.learner_id, a.what from record_access a"
                        + " left join person r on r.id = a.reader_id left join person l on l.id = a.learner_id"
                        + " where a.school_id = ? and (cast(? as uuid) is null or a.learner_id = cast(? as uuid))"
                        + " order by a.at desc limit " + SHOWN,
                row -> new Read(row.time(1), row.text(2), row.text(3), row.uuid(4), row.text(5)),
                schoolId,
                learnerId,
                learnerId);
    }
}
