import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Kafka hangs (SIGSTOP: worse than dead, for connections stay open) while papers are begun, answered, handed in, released and looked at, one after
/// the other. Then it goes on, and the gradebook and the tracker have to become complete by themselves.
final class KafkaAway {
    private final ExamSchool school;
    private final List<ExamSchool.Learner> learners;
    private final int minutes;

    KafkaAway(ExamSchool school, List<ExamSchool.Learner> learners, int minutes) {
        this.school = school;
        this.learners = learners;
        this.minutes = minutes;
    }

    boolean run() throws Exception {
        var teacher = school.teacher();
        var given = new ArrayList<String>();
        boolean good = paper("Kafka there", teacher, given);
        long kafka = school.machine.pidOf("kafka");
        signal("-STOP", kafka);
        try {
            long end = System.nanoTime() + minutes * 60_000_000_000L;
            do {
                good &= paper("Kafka away", teacher, given);
            } while (System.nanoTime() < end);
        } finally {
            signal("-CONT", kafka);
        }
        return good & complete(given);
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    }

    /// One paper of a minute, from giving it to looking at the result.
    private boolean paper(String when, Browser teacher, List<String> given) throws Exception {
        var assignment = school.assign(teacher, learners.size(), 1);
        given.add(assignment);
        var saves = new Figures(when + ": saves", school.machine).begin();
        var done = new CountDownLatch(learners.size());
        var pupils = new ArrayList<Pupil>();
        var random = new Random(5);
        for (var learner : learners) {
            var pupil = new Pupil(learner, assignment, new Random(random.nextLong()), done::countDown);
            pupil.figures = saves;
            pupils.add(pupil);
            school.wire.after(random.nextInt(5_000), pupil::begin);
        }
        boolean all = done.await(180, TimeUnit.SECONDS);
        saves.end();
        var release = new Figures(when + ": release", school.machine).begin();
        release.add(teacher.call("POST", "/api/assessment/assignments/" + assignment + "/release", ExamRig.RELEASE));
        release.end();
        var results = new Figures(when + ": results", school.machine).begin();
        for (var pupil : pupils) {
            results.add(pupil.learner.browser().call("GET", "/api/assessment/sittings/" + pupil.sitting + "/result", ""));
        }
        results.end();
        int noticed = saves.errors() + release.errors() + results.errors();
        int trouble = pupils.stream().mapToInt(one -> one.refused + one.signedOut).sum();
        System.out.printf(
                "%-12s %d students, %d saves p50 %.1f p99 %.1f ms, release %.0f ms, results p99 %.1f ms; errors %d, handed in %s%n",
                when, pupils.size(), saves.count(), saves.quantile(0.5), saves.quantile(0.99), release.quantile(0.5), results.quantile(0.99),
                noticed + trouble, all ? "all" : "NOT ALL");
        return all && noticed + trouble == 0;
    }

    private boolean complete(List<String> given) throws Exception {
        long began = System.nanoTime();
        for (int second = 0; second < 300; second++) {
            if (missing(given) == 0) {
                System.out.printf(
                        "gradebook and tracker are complete for %d papers %.0f s after Kafka came back%n",
                        given.size(), (System.nanoTime() - began) / 1e9);
                return true;
            }
            Thread.sleep(1_000);
        }
        System.out.println("NOT complete: " + missing(given) + " marks or pieces of evidence are missing");
        return false;
    }

    private long missing(List<String> given) throws SQLException, IOException {
        try (var database = school.database("lms")) {
            long missing = 0;
            for (var assignment : given) {
                missing += learners.size() - Comparison.count(database, "select count(*) from released_mark where assignment_id = ?", assignment);
                missing += learners.size()
                        - Comparison.count(
                                database, "select count(distinct learner_id) from evidence where kind = 'RESULT' and part_of = ?", assignment);
            }
            return missing;
        }
    }
}
