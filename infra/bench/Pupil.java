import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One learner whose page behaves as the real one does (features/sitting/queue): every answer is kept on his device and numbered, sent in order, sent
/// again with growing pauses until the school says that it is durable; the paper is handed in at the bell, as often as it takes. Nobody helps
/// him. All on the wire's thread.
final class Pupil {
    private static final int BATCH = 100;

    /// An answer on its way.
    record Step(int seq, String slot, String answer, Instant typedAt) {}

    final ExamSchool.Learner learner;
    private final Browser browser;
    private final String assignment;
    private final Random random;
    private final Runnable done;
    private final List<Step> waiting = new ArrayList<>();
    /// By number, as the school said that it has them.
    final Map<Integer, Step> acknowledged = new LinkedHashMap<>();
    /// Where the saves' times go, if anywhere.
    Figures figures;
    final List<Step> held = new ArrayList<>();
    String sitting = "";
    int typed;
    int refused;
    final Map<String, Integer> refusals = new LinkedHashMap<>();
    int signedOut;
    boolean handedIn;
    double longestSilence;
    private List<Taker.Slot> slots = List.of();
    private long clockAhead;
    private long closesAt;
    private int lastSeq;
    private int failures;
    private boolean sending;
    private boolean handing;
    private long waitingSince;
    private Instant lastTyped = Instant.EPOCH;

    Pupil(ExamSchool.Learner learner, String assignment, Random random, Runnable done) {
        this.learner = learner;
        this.browser = learner.browser();
        this.assignment = assignment;
        this.random = random;
        this.done = done;
    }

    void begin() {
        browser.ask("POST", "/api/assessment/assignments/" + assignment + "/sittings", "{}", reply -> {
            if (!reply.ok()) {
                again(reply, this::begin);
                return;
            }
            failures = 0;
            var opening = Json.of(reply.text());
            sitting = opening.get("sittingId").text();
            lastSeq = opening.get("seq").number();
            slots = Taker.slotsOf(opening);
            clock(opening);
            pause(this::type);
        });
    }

    private void clock(Json reply) {
        clockAhead = Instant.parse(reply.get("serverNow").text()).toEpochMilli() - System.currentTimeMillis();
        closesAt = Instant.parse(reply.get("closesAt").text()).toEpochMilli();
    }

    private long now() {
        return System.currentTimeMillis() + clockAhead;
    }

    private void pause(Runnable next) {
        browser.after(500 + random.nextInt(2_000), next);
    }

    private void type() {
        if (now() >= closesAt) {
            handing = true;
            pump();
            return;
        }
        var slot = slots.get(random.nextInt(slots.size()));
        var at = Instant.ofEpochMilli(now()).truncatedTo(ChronoUnit.MILLIS);
        lastTyped = at.isAfter(lastTyped) ? at : lastTyped.plusMillis(1);
        waiting.add(new Step(++lastSeq, slot.id(), slot.answer(random.nextInt(1000)), lastTyped));
        typed++;
        pump();
        pause(this::type);
    }

    private void pump() {
        if (sending) {
            return;
        }
        if (waiting.isEmpty()) {
            if (handing && !handedIn) {
                handIn();
            }
            return;
        }
        sending = true;
        waitingSince = waitingSince == 0 ? System.nanoTime() : waitingSince;
        var batch = List.copyOf(waiting.subList(0, Math.min(BATCH, waiting.size())));
        var steps = batch.stream()
                .map(step -> "{\"seq\":" + step.seq + ",\"slot\":\"" + step.slot + "\",\"answer\":" + step.answer + ",\"typedAt\":\""
                        + step.typedAt + "\"}")
                .toList();
        browser.ask(
                "PUT", "/api/assessment/sittings/" + sitting + "/answers", "{\"steps\":[" + String.join(",", steps) + "]}", reply -> sent(reply, batch));
    }

    private void sent(Wire.Reply reply, List<Step> batch) {
        if (figures != null) {
            figures.add(reply);
        }
        if (reply.ok()) {
            var acked = Json.of(reply.text());
            clock(acked);
            int upTo = acked.get("acked").number();
            batch.stream().filter(step -> step.seq <= upTo).forEach(step -> acknowledged.put(step.seq, step));
            waiting.removeIf(step -> step.seq <= upTo);
            settled();
        } else if (reply.status() == 409 && reply.text().contains("\"held\":true")) {
            held.addAll(batch);
            waiting.removeAll(batch);
            settled();
        } else {
            refuse(reply);
            again(reply, () -> {
                sending = false;
                pump();
            });
        }
    }

    private void settled() {
        longestSilence = Math.max(longestSilence, (System.nanoTime() - waitingSince) / 1e9);
        waitingSince = 0;
        failures = 0;
        sending = false;
        pump();
    }

    private void handIn() {
        sending = true;
        waitingSince = waitingSince == 0 ? System.nanoTime() : waitingSince;
        browser.ask("POST", "/api/assessment/sittings/" + sitting + "/hand-in", "{\"seq\":" + lastSeq + "}", reply -> {
            if (reply.ok() || reply.status() == 409 && reply.text().contains("sitting-closed")) {
                longestSilence = Math.max(longestSilence, (System.nanoTime() - waitingSince) / 1e9);
                handedIn = true;
                sending = false;
                done.run();
            } else {
                refuse(reply);
                again(reply, () -> {
                    sending = false;
                    pump();
                });
            }
        });
    }

    /// What a page cannot simply send again later.
    private void refuse(Wire.Reply reply) {
        if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 401) {
            refused++;
            refusals.merge(reply.status() + " " + Json.of(reply.text()).get("slug").text(), 1, Integer::sum);
        }
    }

    private void again(Wire.Reply reply, Runnable next) {
        failures++;
        if (reply.status() == 401) {
            signedOut++; // a person would have to come and sign in: what must not happen
        }
        double most = handing ? 20_000 : 30_000;
        browser.after(Math.min(most, 1000.0 * (1 << Math.min(10, failures - 1))) * (0.75 + random.nextDouble() / 2), next);
    }
}
