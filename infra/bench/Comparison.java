import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the learners were told against what lies in the database, answer by answer.
final class Comparison {
    private static final int QUESTIONS = 40;

    private final ExamSchool school;
    private record Row(int seq, String slot, Object answer, Instant typedAt) {}

    Comparison(ExamSchool school) {
        this.school = school;
    }

    static void head() {
        System.out.printf(
                "%3s  %-34s %5s %6s %6s %6s %5s %5s %6s %7s %6s %6s %7s %8s%n",
                "run", "killed @ second", "cuts", "typed", "acked", "held", "lost", "twice", "order", "not in", "marks", "401", "refused", "silence");
    }

    boolean print(int run, List<Pupil> pupils, List<String> killed, int cuts) throws Exception {
        settle(pupils);
        int lost = 0;
        int twice = 0;
        int order = 0;
        int notIn = 0;
        int unmarked = 0;
        try (var database = school.database("assessment")) {
            for (var pupil : pupils) {
                if (pupil.sitting.isEmpty()) {
                    notIn++; // never got in
                    continue;
                }
                var rows = rows(database, "answer_step", pupil.sitting);
                var late = rows(database, "late_step", pupil.sitting);
                lost += lost(pupil, rows, late);
                twice += twice(rows);
                order += outOfOrder(rows);
                notIn += isHandedIn(database, pupil.sitting) ? 0 : 1;
                unmarked += marks(database, pupil.sitting) == QUESTIONS ? 0 : 1;
            }
        }
        int typed = pupils.stream().mapToInt(one -> one.typed).sum();
        int acked = pupils.stream().mapToInt(one -> one.acknowledged.size()).sum();
        int held = pupils.stream().mapToInt(one -> one.held.size()).sum();
        int signedOut = pupils.stream().mapToInt(one -> one.signedOut).sum();
        int refused = pupils.stream().mapToInt(one -> one.refused).sum();
        int missing = typed - acked - held;
        System.out.printf(
                "%3d  %-34s %5d %6d %6d %6d %5d %5d %6d %7d %6s %6d %7d %7.1fs%s%n",
                run, String.join(" ", killed), cuts, typed, acked, held, lost, twice, order, notIn, unmarked == 0 ? "all" : "-" + unmarked,
                signedOut, refused, pupils.stream().mapToDouble(one -> one.longestSilence).max().orElse(0),
                missing == 0 ? "" : " NEVER ACKNOWLEDGED " + missing);
        var refusals = new java.util.TreeMap<String, Integer>();
        pupils.forEach(one -> one.refusals.forEach((why, count) -> refusals.merge(why, count, Integer::sum)));
        if (!refusals.isEmpty()) {
            System.out.println("     refused: " + refusals);
        }
        return lost + twice + order + notIn + unmarked + signedOut + missing == 0;
    }

    /// The clock hands in whoever could not: it needs the grace and a moment.
    private void settle(List<Pupil> pupils) throws Exception {
        for (int second = 0; second < 90; second++) {
            try (var database = school.database("assessment")) {
                boolean all = true;
                for (var pupil : pupils) {
                    all &= isHandedIn(database, pupil.sitting);
                }
                if (all) {
                    return;
                }
            } catch (SQLException away) {
                // it was killed a moment ago
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private static List<Row> rows(Connection database, String table, String sitting) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var query = database.prepareStatement(
                "select seq, slot, cast(answer as text), typed_at from " + table + " where sitting_id = ? order by seq")) {
            query.setObject(1, UUID.fromString(sitting));
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getInt(1),
                            found.getString(2),
                            Json.of(found.getString(3)).value(),
                            found.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return rows;
    }

    private static int lost(Pupil pupil, List<Row> rows, List<Row> late) {
        Map<Integer, Row> there = new HashMap<>();
        rows.forEach(row -> there.put(row.seq, row));
        var kept = new HashSet<>(late);
        int lost = 0;
        for (var step : pupil.acknowledged.values()) {
            lost += asRow(step).equals(there.get(step.seq())) ? 0 : 1;
        }
        for (var step : pupil.held) {
            lost += kept.contains(asRow(step)) || asRow(step).equals(there.get(step.seq())) ? 0 : 1;
        }
        return lost;
    }

    private static Row asRow(Pupil.Step step) {
        return new Row(step.seq(), step.slot(), Json.of(step.answer()).value(), step.typedAt());
    }

    /// One answer of the learner under two numbers: no two were typed in the same millisecond.
    private static int twice(List<Row> rows) {
        var times = new HashSet<Instant>();
        return (int) rows.stream().filter(row -> !times.add(row.typedAt)).count();
    }

    private static int outOfOrder(List<Row> rows) {
        int wrong = 0;
        for (int i = 1; i < rows.size(); i++) {
            wrong += rows.get(i).typedAt.isBefore(rows.get(i - 1).typedAt) || rows.get(i).seq != rows.get(i - 1).seq + 1 ? 1 : 0;
        }
        return wrong;
    }

    private static boolean isHandedIn(Connection database, String sitting) throws SQLException {
        return !sitting.isEmpty() && count(database, "select count(*) from sitting where handed_in_at is not null and id = ?", sitting) == 1;
    }

    private static long marks(Connection database, String sitting) throws SQLException {
        return count(database, "select count(*) from current_mark where mark is not null and sitting_id = ?", sitting);
    }

    static long count(Connection database, String statement, String id) throws SQLException {
        try (var query = database.prepareStatement(statement)) {
            query.setObject(1, UUID.fromString(id));
            try (var found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
