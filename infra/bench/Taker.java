import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One learner at his paper, as the load rigs need him: he does what he is told and tells how it went. All on the wire's thread.
final class Taker {
    private final Browser browser;
    private final String assignment;
    private final List<Slot> slots = new ArrayList<>();
    private String sitting = "";
    private int seq;

    /// A question as he sees it: its place, and what an answer to it looks like.
    record Slot(String id, String form, List<String> options) {
        String answer(int n) {
            return switch (form) {
                case "SINGLE_CHOICE" -> "{\"choice\":\"" + options.get(n % options.size()) + "\"}";
                case "TRUE_FALSE_GROUP" -> "{\"statements\":{\"a\":" + (n % 2 == 0) + ",\"b\":true,\"c\":false,\"d\":" + (n % 3 == 0) + "}}";
                case "SHORT_ANSWER" -> "{\"text\":\"" + n % 100 + ",5\"}";
                default -> "{\"essay\":\"Bài làm lần " + n + "\"}";
            };
        }
    }

    Taker(Browser browser, String assignment) {
        this.browser = browser;
        this.assignment = assignment;
    }

    int questions() {
        return slots.size();
    }

    void list(Wire.Then then) {
        browser.ask("GET", "/api/assessment/my/assignments", "", then);
    }

    void open(Wire.Then then) {
        browser.ask("POST", "/api/assessment/assignments/" + assignment + "/sittings", "{}", reply -> {
            if (reply.ok()) {
                read(Json.of(reply.text()));
            }
            then.reply(reply);
        });
    }

    private void read(Json opening) {
        sitting = opening.get("sittingId").text();
        seq = opening.get("seq").number();
        slots.clear();
        slots.addAll(slotsOf(opening));
    }

    static List<Slot> slotsOf(Json opening) {
        var slots = new ArrayList<Slot>();
        opening.get("parts").each(part -> part.get("items").each(item -> slots.add(new Slot(
                item.get("slot").text(),
                item.get("form").text(),
                item.get("options").list().stream().map(option -> option.get("id").text()).toList()))));
        return slots;
    }

    private void save(Wire.Then then) {
        int n = ++seq;
        var slot = slots.get((n - 1) % slots.size());
        var body = "{\"steps\":[{\"seq\":" + n + ",\"slot\":\"" + slot.id + "\",\"answer\":" + slot.answer(n) + ",\"typedAt\":\"" + Instant.now()
                + "\"}]}";
        browser.ask("PUT", "/api/assessment/sittings/" + sitting + "/answers", body, then);
    }

    /// One question after the other, each `every` milliseconds, whatever the server does: what is late is sent when the one before it has come back.
    void answerAll(double every, Figures figures, Runnable done) {
        one(System.nanoTime(), every, Long.MAX_VALUE, slots.size(), figures, done);
    }

    void answerEvery(double every, long end, Figures figures, Runnable done) {
        one(System.nanoTime(), every, end, Integer.MAX_VALUE, figures, done);
    }

    private void one(long due, double every, long end, int left, Figures figures, Runnable done) {
        if (left == 0 || System.nanoTime() >= end) {
            done.run();
            return;
        }
        save(reply -> {
            figures.add(reply);
            long next = due + (long) (every * 1e6);
            browser.after((next - System.nanoTime()) / 1e6, () -> one(next, every, end, left - 1, figures, done));
        });
    }

    void answerUntil(long end, Figures figures, Runnable done) {
        if (System.nanoTime() >= end) {
            done.run();
            return;
        }
        save(reply -> {
            figures.add(reply);
            answerUntil(end, figures, done);
        });
    }

    void handIn(Wire.Then then) {
        browser.ask("POST", "/api/assessment/sittings/" + sitting + "/hand-in", "{\"seq\":" + seq + "}", then);
    }

    void result(Wire.Then then) {
        browser.ask("GET", "/api/assessment/sittings/" + sitting + "/result", "", then);
    }
}
