import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What one phase of a rig measured: how long people waited, what failed, and what it cost the box. Filled on the wire's thread.
final class Figures {
    private final String what;
    private final Machine machine;
    private final TreeMap<Integer, Integer> failed = new TreeMap<>();
    private double[] millis = new double[1024];
    private int count;
    private Map<String, Double> before;
    private Map<String, Double> spent = new LinkedHashMap<>();
    private long began;
    private double seconds;

    Figures(String what, Machine machine) {
        this.what = what;
        this.machine = machine;
    }

    Figures begin() throws IOException {
        before = machine.cpu();
        began = System.nanoTime();
        return this;
    }

    void add(Wire.Reply reply) {
        if (reply.ok()) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count++] = reply.millis();
        } else {
            failed.merge(reply.status(), 1, Integer::sum);
        }
    }

    void end() throws IOException {
        seconds = (System.nanoTime() - began) / 1e9;
        spent = Machine.difference(machine.cpu(), before);
    }

    int count() {
        return count;
    }

    int errors() {
        return failed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Server CPU a piece, over all processes.
    ///
    /// @param idle what the box spends in a second when nobody is there, taken off
    double each(double idle) {
        return count == 0 ? 0 : Math.max(0, (Machine.sum(spent) - idle * seconds) / count);
    }

    double quantile(double share) {
        var sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) (count * share))];
    }

    static void head() {
        System.out.printf(
                "%-24s %7s %6s %8s %8s %8s %9s %9s  %s%n",
                "", "count", "errors", "per s", "p50 ms", "p99 ms", "CPU ms", "- idle", "load average; CPU ms a piece by part");
    }

    void print(double idle) throws IOException {
        var parts = new LinkedHashMap<String, Double>();
        spent.forEach((part, sum) -> parts.put(part, count == 0 ? 0 : sum / count));
        System.out.printf(
                "%-24s %7d %6d %8.0f %8.1f %8.1f %9.3f %9.3f  %s; %s%s%n",
                what,
                count,
                errors(),
                count / seconds,
                quantile(0.5),
                quantile(0.99),
                each(0),
                each(idle),
                Machine.load(),
                Machine.line(parts, "%.3f"),
                failed.isEmpty() ? "" : "; refused " + failed);
    }
}
