package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.PaperVersion;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What learners look at when a whole class hears of its marks: one statement for all that belongs together, so that
/// marks and keys are of the same moment, and a correction is not waited for.
@ApplicationScoped
class Results {
    private static final String OWN = """
            select s.assignment_id, s.seed, a.paper_id, a.paper_version, a.key_version, coalesce(m.review_days, ?),
                exists (select 1 from review_request q where q.sitting_id = s.id),
                r.mark, r.max_mark, r.marks::text, r.answers, r.explanations, r.released_at, r.told
            from sitting s
            join assignment a on a.id = s.assignment_id
            left join release r on r.sitting_id = s.id
            left join marking_setting m on m.assignment_id = s.assignment_id
            where s.id = ? and s.learner_id = ?""";

    private final Rows rows;
    private final PaperContents papers;

    Results(Rows rows, PaperContents papers) {
        this.rows = rows;
        this.papers = papers;
    }

    /// @param seed of the order in which he saw it
    /// @param paper with the keys as they are now
    /// @param reviewUntil until when he may ask to have it looked at again
    /// @param isAsked whether he ever did
    record Result(
            UUID assignmentId, long seed, PaperContent paper, Release release, Instant reviewUntil, boolean isAsked) {}

    /// The row as it stands, before the paper is looked up: that may need a connection of its own.
    private record Found(
            UUID assignmentId,
            long seed,
            PaperVersion.Key paper,
            int corrections,
            int reviewDays,
            boolean isAsked,
            @Nullable Release release) {}

    /// @throws Refusal.NotFound for anybody but the learner, and before it was released
    Result own(UUID learnerId, UUID sittingId) {
        var found = rows.first(
                        OWN, row -> found(row, sittingId), MarkingSetting.DEFAULT.reviewDays(), sittingId, learnerId)
                .orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
        var release = found.release;
        if (release == null) {
            throw new Refusal.NotFound("result-not-released");
        }
        return new Result(
                found.assignmentId,
                found.seed,
                papers.of(found.assignmentId, found.paper, found.corrections),
                release,
                release.releasedAt().plus(Duration.ofDays(found.reviewDays)),
                found.isAsked);
    }

    private static Found found(Row row, UUID sittingId) throws SQLException {
        return new Found(
                row.uuid(1),
                row.big(2),
                new PaperVersion.Key(row.uuid(3), row.number(4)),
                row.number(5),
                row.number(6),
                row.is(7),
                row.timeOrNull(13) == null ? null : release(row, sittingId));
    }

    private static Release release(Row row, UUID sittingId) throws SQLException {
        return new Release(
                sittingId,
                row.decimal(8),
                row.decimal(9),
                List.of(ItemJson.read(row.text(10), SlotMark[].class)),
                new Release.Shows(row.is(11), row.is(12)),
                row.time(13),
                row.is(14));
    }
}
