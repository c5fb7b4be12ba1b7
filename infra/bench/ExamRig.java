import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A whole school takes one paper: sign-in, a synchronised start, steady answering, hand-in at the bell, results; then answers as fast as they
/// go and at a steady rate. Prints count, errors, p50, p99 and server CPU a piece over all processes of the box, by phase and as a whole.
///
///     ./lopmo bench exam [--data DIR] [--students 1000] [--spread 60] [--rate 1000] [--login yes|kept] [--rounds 2]
///         [--saves 30] [--steady 2500]
///
/// `--data` keeps the school for the next run. `--spread`: seconds within which all start, hand in and look at their results. `--rate`: answers a second in
/// sum. `--login kept`: takes up the sessions of the run before. `--rounds`: exams one after the
/// other, 0 for none. `--saves`: seconds of saturation and of the steady rate, 0 for none.
public final class ExamRig {
    /// Marks, answers and explanations.
    static final String RELEASE = "{\"answers\":true}";
    private final Map<String, String> options = new HashMap<>(Map.of(
            "--students", "1000", "--spread", "60", "--rate", "1000", "--login", "yes", "--saves", "30", "--steady", "2500", "--rounds", "2"));
    private final Random random = new Random(11);
    private ExamSchool school;
    private double idle = Double.MAX_VALUE;

    public static void main(String[] arguments) throws Exception {
        var rig = new ExamRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        System.exit(rig.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        int students = Math.min(2_000, number("--students"));
        school = new ExamSchool(Path.of(options.get("--data")));
        school.prepare(students);
        var learners = school.learners(students);
        var figures = new ArrayList<Figures>();
        if (options.get("--login").equals("yes")) {
            figures.add(signIn(learners));
        } else {
            school.sitDown(learners);
        }
        var teacher = school.teacher();
        Figures.head();
        for (int round = 1; round <= number("--rounds"); round++) {
            measureIdle();
            System.out.println("exam " + round + " since the rig began; the compilers learn from each");
            figures.addAll(exam(teacher, learners));
        }
        if (number("--saves") > 0) {
            measureIdle();
            figures.addAll(saves(teacher, learners));
        }
        System.out.println("memory (PSS, MB): " + Machine.line(school.machine.memory(), "%.0f") + "; in all "
                + Math.round(Machine.sum(school.machine.memory())));
        return figures.stream().allMatch(one -> one.errors() == 0);
    }

    /// What the box spends on nobody: Kafka's clock, Keycloak's, health. The least of all times counts: right after a start the compilers still
    /// work on what came before, and that would make learners look cheap.
    private void measureIdle() throws Exception {
        var figures = school.machine.cpu();
        Thread.sleep(10_000);
        var spent = Machine.difference(school.machine.cpu(), figures);
        double now = Machine.sum(spent) / 10;
        idle = Math.min(idle, now);
        System.out.printf("idle: %.1f ms CPU a second, taken off %.1f (%s in 10 s)%n", now, idle, Machine.line(spent, "%.0f"));
    }

    /// The burst before an exam: argon2 alone is 80 ms CPU of each.
    private Figures signIn(List<ExamSchool.Learner> learners) throws Exception {
        var figures = new Figures("sign in", school.machine).begin();
        ExamSchool.together(learners, 64, learner -> {
            long began = System.nanoTime();
            school.signIn(learner);
            var done = new Wire.Reply(200, "", new byte[0], System.nanoTime() - began);
            school.wire.run(() -> figures.add(done));
        });
        figures.end();
        Figures.head();
        figures.print(0);
        school.keepSessions(learners);
        return figures;
    }

    // --- the exam ----------------------------------------------------------------------------------------------------------

    private List<Figures> exam(Browser teacher, List<ExamSchool.Learner> learners) throws Exception {
        var assignment = school.assign(teacher, learners.size(), 90);
        var takers = new ArrayList<Taker>();
        for (var learner : learners) {
            takers.add(new Taker(learner.browser(), assignment));
        }
        var list = phase("see what is to do", takers, number("--spread"), Taker::list);
        var start = phase("start", takers, number("--spread"), Taker::open);
        int questions = takers.getFirst().questions();
        double every = takers.size() * 1000.0 / number("--rate");
        var save = new Figures("save", school.machine).begin();
        var answered = new CountDownLatch(takers.size());
        for (var taker : takers) {
            school.wire.after(random.nextDouble() * every, () -> taker.answerAll(every, save, answered::countDown));
        }
        answered.await();
        save.end();
        save.print(idle);
        var handIn = phase("hand in", takers, number("--spread"), Taker::handIn);
        var release = release(teacher, assignment);
        var result = phase("result", takers, number("--spread"), Taker::result);
        double whole = start.each(idle) + questions * save.each(idle) + handIn.each(idle) + result.each(idle);
        double gross = start.each(0) + questions * save.each(0) + handIn.each(0) + result.each(0);
        System.out.printf("release and what gradebook and tracker do with it: %.1f ms CPU a student%n", release.each(idle) / takers.size());
        System.out.printf(
                "whole exam of %d questions, a student (start, %d saves, hand-in, result): %.1f ms CPU, %.1f without what the box spends idle;"
                        + " with the list before it %.1f%n",
                questions, questions, gross, whole, whole + list.each(idle));
        return List.of(list, start, save, handIn, result);
    }

    private interface Step {
        void of(Taker taker, Wire.Then then);
    }

    private Figures phase(String what, List<Taker> takers, int seconds, Step step) throws Exception {
        var figures = new Figures(what, school.machine).begin();
        var done = new CountDownLatch(takers.size());
        for (var taker : takers) {
            school.wire.after(random.nextDouble() * seconds * 1000, () -> step.of(taker, reply -> {
                figures.add(reply);
                done.countDown();
            }));
        }
        done.await();
        figures.end();
        figures.print(idle);
        return figures;
    }

    /// With what follows in the other services, so that it does not fall on those who look at their results.
    private Figures release(Browser teacher, String assignment) throws Exception {
        var figures = new Figures("release, and 8 s after", school.machine).begin();
        var reply = teacher.call("POST", "/api/assessment/assignments/" + assignment + "/release", RELEASE);
        figures.add(reply);
        if (!reply.ok()) {
            throw new IOException("not released: " + reply.status() + " " + reply.text());
        }
        Thread.sleep(8_000);
        figures.end();
        figures.print(idle);
        return figures;
    }

    // --- answers alone -----------------------------------------------------------------------------------------------------

    private List<Figures> saves(Browser teacher, List<ExamSchool.Learner> learners) throws Exception {
        var assignment = school.assign(teacher, learners.size(), 120);
        var takers = new ArrayList<Taker>();
        for (var learner : learners) {
            takers.add(new Taker(learner.browser(), assignment));
        }
        phase("start again", takers, 10, Taker::open);
        int seconds = number("--saves");
        saturate("save, warming", takers, Math.max(5, seconds / 2));
        return List.of(
                saturate("save, as fast as it goes", takers, seconds),
                steady("save at " + number("--steady") + "/s", takers, number("--steady"), seconds));
    }

    /// Each learner has one answer on the way at any time; as many as a pool of connections of a busy door.
    private Figures saturate(String what, List<Taker> takers, int seconds) throws Exception {
        var figures = new Figures(what, school.machine).begin();
        var busy = takers.subList(0, Math.min(256, takers.size()));
        var done = new CountDownLatch(busy.size());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var taker : busy) {
            school.wire.run(() -> taker.answerUntil(end, figures, done::countDown));
        }
        done.await();
        figures.end();
        figures.print(idle);
        return figures;
    }

    private Figures steady(String what, List<Taker> takers, int rate, int seconds) throws Exception {
        var figures = new Figures(what, school.machine).begin();
        double every = takers.size() * 1000.0 / rate;
        var done = new CountDownLatch(takers.size());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var taker : takers) {
            school.wire.after(random.nextDouble() * every, () -> taker.answerEvery(every, end, figures, done::countDown));
        }
        done.await();
        figures.end();
        figures.print(idle);
        return figures;
    }
}
