package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of `ingest_step`: what is done with each file, and how far it is.
@ApplicationScoped
class Steps {
    private static final String AGAIN = "update ingest_step set state = 'WAITING', problem = null, progress = null,"
            + " tries = 0, at = ? where file_id = ?";

    private final Rows rows;

    Steps(Rows rows) {
        this.rows = rows;
    }

    /// How a step ended.
    ///
    /// @param problem the slug that says why it was skipped or failed
    record Done(
            UUID fileId,
            IngestStep step,
            IngestStep.State state,
            @Nullable String problem) {}

    record Row(
            UUID fileId,
            IngestStep step,
            IngestStep.State state,
            @Nullable String problem,
            @Nullable Integer progress) {}

    /// A slow step that is to be done.
    record Task(UUID fileId, IngestStep step, int tries) {}

    /// What a file needs; its type was looked at already.
    void plan(UUID fileId, UUID schoolId, String mediaType, Instant now) {
        rows.batch(
                "insert into ingest_step (file_id, school_id, step, state, at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                IngestStep.of(mediaType),
                step -> new Object[] {
                    fileId, schoolId, step.name(), step == IngestStep.TYPE ? "DONE" : "WAITING", Timestamp.from(now)
                });
    }

    void finish(List<Done> done, Instant now) {
        rows.batch(
                "update ingest_step set state = ?, problem = ?, progress = null, at = ? where file_id = ? and step = ?",
                done,
                each -> new @Nullable Object[] {
                    each.state().name(),
                    each.problem(),
                    Timestamp.from(now),
                    each.fileId(),
                    each.step().name()
                });
    }

    void progress(UUID fileId, IngestStep step, int percent) {
        rows.update(
                "update ingest_step set progress = ?, state = 'RUNNING' where file_id = ? and step = ?"
                        + " and state in ('WAITING', 'RUNNING') and progress is distinct from ?",
                percent,
                fileId,
                step.name(),
                percent);
    }

    /// What was being done when the service died is done again.
    void takeUpInterrupted() {
        rows.update("update ingest_step set state = 'WAITING' where state = 'RUNNING'");
    }

    /// The slow step that has waited longest, of a file whose quick ones are done; it is then running.
    Optional<Task> claimSlow(Instant now) {
        return rows.find(
                """
                update ingest_step set state = 'RUNNING', progress = 0, tries = tries + 1, at = ?
                where (file_id, step) = (
                    select s.file_id, s.step from ingest_step s join stored_file f on f.id = s.file_id
                    where s.state = 'WAITING' and s.step in ('PREVIEW', 'OCR', 'LADDER') and f.state = 'READY'
                    order by s.at, s.step desc limit 1 for update of s skip locked)
                returning file_id, step, tries""",
                row -> new Task(row.getObject(1, UUID.class), IngestStep.valueOf(row.getString(2)), row.getInt(3)),
                Timestamp.from(now));
    }

    /// The step waits again, and those that were not reached because of it.
    ///
    /// @return whether there was such a step
    boolean again(UUID fileId, IngestStep step, Instant now) {
        boolean found = rows.update(
                        AGAIN + " and step = ? and state in ('FAILED', 'SKIPPED')",
                        Timestamp.from(now),
                        fileId,
                        step.name())
                > 0;
        if (found && !IngestStep.SLOW.contains(step)) {
            rows.update(AGAIN + " and problem = ?", Timestamp.from(now), fileId, QuickSteps.NOT_REACHED);
        }
        return found;
    }

    Map<UUID, List<Row>> of(Collection<UUID> fileIds) {
        return rows
                .query(
                        "select file_id, step, state, problem, progress from ingest_step where file_id = any (?)",
                        row -> new Row(
                                row.getObject(1, UUID.class),
                                IngestStep.valueOf(row.getString(2)),
                                IngestStep.State.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getObject(5, Integer.class)),
                        (Object) fileIds.toArray(UUID[]::new))
                .stream()
                .sorted(java.util.Comparator.comparing(Row::step))
                .collect(Collectors.groupingBy(Row::fileId));
    }
}
