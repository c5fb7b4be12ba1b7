package vn.lopmo.assessment.sitting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import vn.lopmo.assessment.sitting.Sitting.By;
import vn.lopmo.platform.refusal.Refusal;

/// Ends sittings. Whatever was acknowledged before is in: the sitting is shut first, then the log is waited for,
/// then it is handed in and marked in one transaction.
@ApplicationScoped
public class HandingIn {
    private static final int MOST_NAMED = 50;

    private final Endings endings;
    private final OpenSittings open;
    private final AnswerLog log;
    private final SavedAnswers answers;
    private final Event<SittingHandedIn> handedIn;
    private final Clock clock;

    HandingIn(
            Endings endings,
            OpenSittings open,
            AnswerLog log,
            SavedAnswers answers,
            Event<SittingHandedIn> handedIn,
            Clock clock) {
        this.endings = endings;
        this.open = open;
        this.log = log;
        this.answers = answers;
        this.handedIn = handedIn;
        this.clock = clock;
    }

    /// By the learner. The second time it gives the first answer.
    ///
    /// @param lastSeq his device's last step; while time runs, all up to it have to be here
    Instant byLearner(UUID id, UUID learnerId, int lastSeq) {
        checkOwner(id, learnerId);
        return shutAnd(id, sitting -> {
            var before = sitting.handedInAt();
            if (before != null) {
                return before;
            }
            var now = clock.instant();
            var toMark = answers.toMark(sitting);
            if (!sitting.isOver(now) && !toMark.saved().isWholeTo(lastSeq)) {
                checkComplete(id, lastSeq);
            }
            return handIn(sitting, toMark, By.LEARNER, now);
        });
    }

    /// Whoever just answered is known from that.
    private void checkOwner(UUID id, UUID learnerId) {
        var known = open.known(id);
        if (known == null || !known.learnerId().equals(learnerId)) {
            endings.checkOwner(id, learnerId);
        }
    }

    /// By the clock, with what is saved.
    ///
    /// @return false if it was handed in, paused or given more time meanwhile
    boolean byClock(UUID id) {
        return byClock(id, Sitting::isOver);
    }

    /// By the clock, with what is saved, if it was paused before then and nobody has let it go on.
    ///
    /// @return false if somebody has, or it was handed in meanwhile
    boolean forgotten(UUID id, Instant then) {
        return byClock(id, (sitting, now) -> sitting.isPausedBefore(then));
    }

    private boolean byClock(UUID id, BiPredicate<Sitting, Instant> isDue) {
        return shutAnd(id, sitting -> {
            var now = clock.instant();
            boolean due = sitting.handedInAt() == null && isDue.test(sitting, now);
            if (due) {
                handIn(sitting, answers.toMark(sitting), By.CLOCK, now);
            }
            return due;
        });
    }

    /// By the invigilator, with what is saved.
    ///
    /// @return false if it was handed in meanwhile
    public boolean byInvigilator(UUID id) {
        return shutAnd(id, sitting -> {
            boolean open = sitting.handedInAt() == null;
            if (open) {
                handIn(sitting, answers.toMark(sitting), By.INVIGILATOR, clock.instant());
            }
            return open;
        });
    }

    /// Nobody changes the sitting meanwhile: a pause comes before it or after it.
    private <T> T shutAnd(UUID id, Function<Sitting, T> work) {
        if (!open.shut(id)) {
            throw new Refusal.Unavailable("saving-delayed", 1);
        }
        try {
            settle();
            return QuarkusTransaction.requiringNew().call(() -> work.apply(endings.lock(id)));
        } finally {
            open.reopen(id);
        }
    }

    /// @throws Refusal.Unavailable if the log takes nothing more just now
    private void settle() {
        try {
            log.settled().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : failed;
        }
    }

    private Instant handIn(Sitting sitting, SavedAnswers.ToMark toMark, By by, Instant now) {
        var told = sitting.handIn(by, toMark, now);
        endings.keep(sitting);
        handedIn.fire(told);
        return now;
    }

    private void checkComplete(UUID id, int lastSeq) {
        var missing = answers.missing(id, lastSeq, MOST_NAMED);
        if (!missing.isEmpty()) {
            throw new Refusal.Conflict("answers-missing", Map.of("missing", missing));
        }
    }
}
