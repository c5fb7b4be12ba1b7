package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What people awarded. Rows are added, and at most taken back.
@ApplicationScoped
class GivenAwards {
    private static final String COLUMNS = "select id, learner_id, kind, reason, day::text, awarded_at, awarded_by,"
            + " taken_back_at, taken_back_by from given_award where school_year_id = ?";

    private final Rows rows;

    GivenAwards(Rows rows) {
        this.rows = rows;
    }

    /// Of one pupil in a year, also what was taken back; the newest first.
    List<GivenAward> history(UUID schoolYearId, UUID learnerId) {
        return rows.list(
                COLUMNS + " and learner_id = ? order by awarded_at desc, id desc",
                GivenAwards::award,
                schoolYearId,
                learnerId);
    }

    /// What stands, by learner, in the order of their days; who has nothing is not in the map.
    Map<UUID, List<GivenAward>> standing(UUID schoolYearId, Collection<UUID> learnerIds) {
        return rows
                .list(
                        COLUMNS + " and learner_id = any(?) and taken_back_at is null order by day, id",
                        GivenAwards::award,
                        schoolYearId,
                        Cells.ids(learnerIds))
                .stream()
                .collect(Collectors.groupingBy(GivenAward::learnerId));
    }

    void add(SchoolClass room, GivenAward award) {
        rows.change(
                "insert into given_award (id, school_id, school_year_id, class_id, learner_id, kind, reason, day,"
                        + " awarded_at, awarded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                award.id(),
                room.schoolId(),
                room.schoolYearId(),
                room.id(),
                award.learnerId(),
                award.kind().name(),
                award.reason(),
                award.day(),
                award.at(),
                award.by());
    }

    void takeBack(UUID id, UUID by, Instant now) {
        rows.change(
                "update given_award set taken_back_at = ?, taken_back_by = ? where id = ? and taken_back_at is null",
                now,
                by,
                id);
    }

    private static GivenAward award(Row row) throws SQLException {
        return new GivenAward(
                row.uuid(1),
                row.uuid(2),
                GivenAward.AwardKind.valueOf(row.text(3)),
                row.text(4),
                LocalDate.parse(row.text(5)),
                row.time(6),
                row.uuid(7),
                row.timeOrNull(8),
                row.uuidOrNull(9));
    }
}
