import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// What a student's home costs: the page, who he is, his courses with how far he is, and what there is to do; all over the box, by the operating
/// system's accounting. His school has courses with lessons, and his class has papers before it.
///
///     ./lopmo bench home [--data DIR] [--students 1000] [--spread 20] [--rounds 3] [--login yes|kept]
///
/// `--spread`: seconds within which all open it. `--rounds`: how often; the compilers learn from each.
public final class HomeRig {
    private static final List<String> PARTS =
            List.of("/", "/api/lms/me", "/api/lms/home", "/api/assessment/my/assignments");
    private final Map<String, String> options =
            new HashMap<>(Map.of("--students", "1000", "--spread", "20", "--rounds", "3", "--login", "yes"));
    private final Random random = new Random(5);
    private ExamSchool school;

    public static void main(String[] arguments) throws Exception {
        var rig = new HomeRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        System.exit(rig.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        int students = number("--students");
        school = new ExamSchool(Path.of(options.get("--data")));
        school.prepare(students);
        var learners = school.learners(students);
        if (options.get("--login").equals("kept")) {
            school.sitDown(learners);
        } else {
            ExamSchool.together(learners, 64, school::signIn);
            school.keepSessions(learners);
        }
        var teacher = school.teacher();
        school.courses(teacher);
        school.assign(teacher, students, 90);
        double idle = Double.MAX_VALUE;
        Figures.head();
        var all = new ArrayList<Figures>();
        for (int round = 1; round <= number("--rounds"); round++) {
            idle = Math.min(idle, idle());
            all.add(asked("home, round " + round, PARTS, learners, idle));
        }
        for (var part : PARTS) {
            all.add(asked(part, List.of(part), learners, idle));
        }
        return all.stream().allMatch(one -> one.errors() == 0);
    }

    /// The least of all times counts: right after a start the compilers still work on what came before.
    private double idle() throws Exception {
        var before = school.machine.cpu();
        Thread.sleep(10_000);
        return Machine.sum(Machine.difference(school.machine.cpu(), before)) / 10;
    }

    /// Each learner asks for one after the other; counted once a learner.
    private Figures asked(String what, List<String> paths, List<ExamSchool.Learner> learners, double idle) throws Exception {
        var figures = new Figures(what, school.machine).begin();
        var done = new CountDownLatch(learners.size());
        for (var learner : learners) {
            school.wire.after(
                    random.nextDouble() * number("--spread") * 1000,
                    () -> ask(learner.browser(), paths, 0, System.nanoTime(), figures, done));
        }
        done.await();
        figures.end();
        figures.print(idle);
        return figures;
    }

    private void ask(Browser browser, List<String> paths, int at, long began, Figures figures, CountDownLatch done) {
        browser.ask("GET", paths.get(at), "", reply -> {
            if (reply.ok() && at + 1 < paths.size()) {
                ask(browser, paths, at + 1, began, figures, done);
            } else {
                figures.add(new Wire.Reply(reply.status(), reply.head(), reply.raw(), System.nanoTime() - began));
                done.countDown();
            }
        });
    }
}
