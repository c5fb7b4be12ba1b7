package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class AnswerLogTest {
    private static final int LEARNERS = 200;
    private static final int EACH = 25;

    @Inject
    AnswerLog log;

    @Inject
    AgroalDataSource database;

    @Inject
    AnswerSteps steps;

    @Inject
    SavingConfig config;

    @Inject
    Endings endings;

    @Inject
    OpenSittings open;

    @Inject
    SavedAnswers answers;

    @Inject
    Event<SittingHandedIn> handedIn;

    @Test
    void whoHandsInWhileTheLogIsFullIsToldToComeAgain() {
        var full = new AnswerLog(steps, config);
        for (int save = 0; save < config.queue(); save++) {
            full.append(List.of());
        }
        var handingIn = new HandingIn(endings, open, full, answers, handedIn, Clock.systemUTC());

        assertThrows(Refusal.Unavailable.class, () -> handingIn.byInvigilator(UUID.randomUUID()));
    }

    @Test
    void whatWasAcknowledgedToTwoHundredLearnersAtOnceIsThere() throws SQLException {
        var acknowledged = new ConcurrentLinkedQueue<AnswerStep>();
        try (var learners = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int learner = 0; learner < LEARNERS; learner++) {
                var sitting = UUID.randomUUID();
                learners.submit(() -> {
                    for (int seq = 1; seq <= EACH; seq++) {
                        var step = step(sitting, seq, "{\"choice\":\"A\"}");
                        log.append(List.of(step)).join();
                        acknowledged.add(step);
                    }
                });
            }
        }

        assertEquals(LEARNERS * EACH, acknowledged.size());
        for (var step : acknowledged) {
            assertEquals(1, count(step.sittingId(), step.seq()));
        }
    }

    @Test
    void oneThatTheDatabaseCannotTakeDoesNotFailItsNeighbours() throws SQLException {
        var sitting = UUID.randomUUID();

        var bad = log.append(List.of(step(sitting, 1, "no json")));
        var good = log.append(List.of(step(sitting, 2, "{\"choice\":\"B\"}")));

        good.join();
        assertThrows(CompletionException.class, bad::join);
        assertEquals(0, count(sitting, 1));
        assertEquals(1, count(sitting, 2));
    }

    @Test
    void theSameStepAgainIsFineAndAnotherUnderItsNumberIsNot() {
        var sitting = UUID.randomUUID();
        var step = step(sitting, 1, "{\"choice\":\"B\"}");
        log.append(List.of(step)).join();

        log.append(List.of(step, new AnswerStep(sitting, 2, step.slot(), null, Instant.now(), Instant.now())))
                .join();

        var other = new AnswerStep(sitting, 1, step.slot(), "{\"choice\":\"C\"}", Instant.now(), Instant.now());
        assertThrows(CompletionException.class, () -> log.append(List.of(other)).join());
    }

    private static AnswerStep step(UUID sitting, int seq, @Nullable String answer) {
        return new AnswerStep(sitting, seq, new UUID(7, 7), answer, Instant.now(), Instant.now());
    }

    private int count(UUID sitting, int seq) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from answer_step where sitting_id = ? and seq = ?")) {
            query.setObject(1, sitting);
            query.setInt(2, seq);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
