package vn.lopmo.content.file;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// How far the school's files are on their way in.
@Path("/ingest")
class IngestResource {
    private static final int MOST_FAILURES = 50;

    private final Allowance allowance;
    private final Helpers helpers;
    private final VirusScanner scanner;
    private final Sentences sentences;
    private final Rows rows;
    private final CurrentCaller caller;
    private final Clock clock;

    IngestResource(
            Allowance allowance,
            Helpers helpers,
            VirusScanner scanner,
            Sentences sentences,
            Rows rows,
            CurrentCaller caller,
            Clock clock) {
        this.allowance = allowance;
        this.helpers = helpers;
        this.scanner = scanner;
        this.sentences = sentences;
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
    }

    /// Files that are not ready yet, by how far they are.
    record Counts(int waiting, int running, int failed, int perMinute) {}

    /// A step in which some files are.
    record StepCounts(IngestStep step, int waiting, int running, int failed) {}

    record Failure(
            UUID materialId,
            UUID fileId,
            String name,
            IngestStep step,
            @Nullable String problem,
            Instant at) {}

    record Storage(long used, long quota) {}

    /// What this server can do with files besides reading them.
    record Tools(boolean scanner, boolean previews, boolean scans, boolean films) {}

    record Overview(Counts files, List<StepCounts> steps, List<Failure> failures, Storage storage, Tools tools) {}

    @GET
    @Transactional
    public Overview overview() {
        var who = caller.get();
        if (!MaterialPolicy.curates(who)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
        var school = who.schoolId();
        return new Overview(
                counts(school),
                stepCounts(school),
                failures(school),
                new Storage(allowance.used(school), allowance.quota(school)),
                new Tools(
                        scanner.isThere(),
                        helpers.has(IngestStep.PREVIEW),
                        helpers.has(IngestStep.OCR),
                        helpers.has(IngestStep.LADDER)));
    }

    private Counts counts(UUID school) {
        return rows.query(
                        """
                        select count(*) filter (where state = 'RECEIVED'), count(*) filter (where state = 'READING'),
                            (select count(*) from ingest_step where school_id = ? and state = 'FAILED'),
                            (select count(*) from stored_file where school_id = ? and state = 'READY' and read_at > ?)
                        from stored_file where school_id = ? and state in ('RECEIVED', 'READING')""",
                        row -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                        school,
                        school,
                        Timestamp.from(clock.instant().minus(Duration.ofMinutes(1))),
                        school)
                .getFirst();
    }

    private List<StepCounts> stepCounts(UUID school) {
        return rows.query(
                """
                select step, count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'RUNNING'),
                    count(*) filter (where state = 'FAILED')
                from ingest_step where school_id = ? and state in ('WAITING', 'RUNNING', 'FAILED')
                group by step order by step""",
                row -> new StepCounts(
                        IngestStep.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4)),
                school);
    }

    private List<Failure> failures(UUID school) {
        return rows.query(
                """
                select f.material_id, f.id, f.name, s.step, s.problem, s.at
                from ingest_step s join stored_file f on f.id = s.file_id
                where s.school_id = ? and s.state = 'FAILED' and f.current order by s.at desc limit\s""" + MOST_FAILURES,
                row -> new Failure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        IngestStep.valueOf(row.getString(4)),
                        sentences.of(row.getString(5)),
                        row.getTimestamp(6).toInstant()),
                school);
    }
}
