import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Kills parts of the box with -9 while a school sits at its papers, pulls the learners' cables, and then compares every answer that was acknowledged
/// with the database. The learners' pages get no help: what they do is [Pupil].
///
///     ./lopmo bench crash [--data DIR] [--runs 20] [--students 200] [--kills 2] [--parts assessment,postgres,kafka,web-ui] [--seed N]
///     ./lopmo bench crash --kafka-minutes 10
///
/// One run is a paper of one minute and what comes after the bell. Kills only processes of the box in `--data`.
public final class CrashRig {
    private final Map<String, String> options = new HashMap<>(Map.of(
            "--runs", "20", "--students", "200", "--kills", "2", "--parts", "assessment,postgres,kafka,web-ui", "--seed", "", "--kafka-minutes", "0"));
    private ExamSchool school;
    private Random random = new Random();

    public static void main(String[] arguments) throws Exception {
        var rig = new CrashRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        System.exit(rig.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        long seed = options.get("--seed").isEmpty() ? System.nanoTime() % 1_000_000 : number("--seed");
        random = new Random(seed);
        int students = Math.min(1_000, number("--students"));
        school = new ExamSchool(Path.of(options.get("--data")));
        school.prepare(students);
        var learners = school.learners(students);
        school.sitDown(learners);
        if (number("--kafka-minutes") > 0) {
            return new KafkaAway(school, learners, Math.min(30, number("--kafka-minutes"))).run();
        }
        System.out.println("seed " + seed);
        Comparison.head();
        boolean good = true;
        for (int run = 1; run <= Math.min(100, number("--runs")); run++) {
            good &= once(run, learners);
        }
        System.out.println(good ? "nothing was lost" : "NOT as it has to be");
        return good;
    }

    private boolean once(int run, List<ExamSchool.Learner> learners) throws Exception {
        var assignment = insistentlyAssigned(learners.size());
        var done = new CountDownLatch(learners.size());
        var pupils = new ArrayList<Pupil>();
        for (var learner : learners) {
            var pupil = new Pupil(learner, assignment, new Random(random.nextLong()), done::countDown);
            pupils.add(pupil);
            school.wire.after(random.nextInt(5_000), pupil::begin);
        }
        var killed = new ArrayList<String>();
        var parts = List.of(options.get("--parts").split(","));
        var times = random.ints(number("--kills"), 3, 66).sorted().toArray();
        long began = System.nanoTime();
        int next = 0;
        int cuts = 0;
        while (!done.await(1, TimeUnit.SECONDS) && System.nanoTime() - began < 240e9) {
            double second = (System.nanoTime() - began) / 1e9;
            if (next < times.length && second >= times[next]) {
                next++;
                killed.add(kill(parts.get(random.nextInt(parts.size()))) + "@" + Math.round(second));
            }
            if (random.nextInt(4) == 0) {
                cuts += pullCables(learners);
            }
        }
        return new Comparison(school).print(run, pupils, killed, cuts);
    }

    /// The kill before may still be felt, and the teacher tries again as a person would.
    private String insistentlyAssigned(int students) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return school.assign(school.teacher(), students, 1);
            } catch (java.io.IOException away) {
                if (tries > 30) {
                    throw away;
                }
                Thread.sleep(2_000);
            }
        }
    }

    private String kill(String part) throws Exception {
        long pid = school.machine.pidOf(part);
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        return part;
    }

    private int pullCables(List<ExamSchool.Learner> learners) {
        int cuts = 0;
        for (var learner : learners) {
            if (random.nextInt(10) == 0) {
                cuts++;
                school.wire.run(() -> learner.browser().line().cut());
            }
        }
        return cuts;
    }
}
