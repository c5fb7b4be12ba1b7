import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/// Saves answers steadily, as a class of the demo school does, and prints what one costs: the CPU time of all processes of the box per saved
/// answer (from /proc, so Linux only; of this rig itself nothing is counted) and how long learners wait.
///
///     java infra/bench/SaveRig.java --data DIR --url http://localhost:8000 --users users.txt --rate 500 --seconds 20
///
/// `--data`: the box's folder. `--users`: a file with one learner a line, `name password`; each needs an assignment that is open to him. It writes real
/// answers into real sittings: use the demo school. At most 500 learners, 300 seconds. A whole school: [ExamRig].
public final class SaveRig {
    private static final Pattern OPEN = Pattern.compile("OPEN|TAKING");
    private final Map<String, String> options = new HashMap<>(Map.of("--rate", "200", "--seconds", "15", "--warm", "5"));
    private Machine machine;
    private Wire wire;

    public static void main(String[] arguments) throws Exception {
        var rig = new SaveRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        if (!rig.options.keySet().containsAll(List.of("--data", "--url", "--users"))) {
            System.err.println("usage: java infra/bench/SaveRig.java --data DIR --url URL --users FILE [--rate N] [--seconds N]");
            System.exit(2);
        }
        rig.run();
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private void run() throws Exception {
        var url = options.get("--url");
        wire = new Wire("127.0.0.1", java.net.URI.create(url).getPort());
        machine = new Machine(Path.of(options.get("--data")));
        var takers = new ArrayList<Taker>();
        for (String line : Files.readAllLines(Path.of(options.get("--users")))) {
            if (!line.isBlank() && takers.size() < 500) {
                takers.add(sitDown(new Browser(wire, url), line.strip().split("\\s+", 2)));
            }
        }
        save(takers, number("--warm"));
        var figures = save(takers, Math.min(300, number("--seconds")));
        Figures.head();
        figures.print(0);
    }

    private Taker sitDown(Browser browser, String[] who) throws Exception {
        browser.signIn(who[0], who[1], who[1]);
        for (var one : browser.insist("GET", "/api/assessment/my/assignments", "").list()) {
            if (OPEN.matcher(one.get("state").text()).matches()) {
                var taker = new Taker(browser, one.get("id").text());
                var opened = new CountDownLatch(1);
                wire.run(() -> taker.open(reply -> opened.countDown()));
                opened.await();
                return taker;
            }
        }
        throw new java.io.IOException(who[0] + " has no open assignment");
    }

    private Figures save(List<Taker> takers, int seconds) throws Exception {
        var figures = new Figures("save", machine).begin();
        double every = takers.size() * 1000.0 / Math.max(1, number("--rate"));
        var done = new CountDownLatch(takers.size());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var taker : takers) {
            wire.after(Math.random() * every, () -> taker.answerEvery(every, end, figures, done::countDown));
        }
        done.await();
        figures.end();
        return figures;
    }
}
