package vn.lopmo.platform.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Rounds rounds = new Rounds("rounds-of-a-test");

    @AfterEach
    void stop() {
        rounds.stop(Duration.ofSeconds(5));
    }

    @Test
    void aTaskIsDoneOnceAnIntervalAndNotBeforeTheFirst() throws Exception {
        var three = new CountDownLatch(3);
        long began = System.nanoTime();

        rounds.every(Duration.ofMillis(20), three::countDown);

        assertTrue(three.await(10, TimeUnit.SECONDS));
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(60).toNanos());
    }

    @Test
    void aRoundWithoutRestIsFollowedByTheNext() throws Exception {
        var thousand = new CountDownLatch(1_000);

        rounds.start(LONG, () -> {
            thousand.countDown();
            return Duration.ZERO;
        });

        assertTrue(thousand.await(10, TimeUnit.SECONDS));
    }

    @Test
    void whateverFailsItGoesOnAfterAPause() throws Exception {
        var tries = new AtomicInteger();
        var fourth = new CountDownLatch(4);

        rounds.start(SHORT, () -> {
            fourth.countDown();
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a fault");
                case 2 -> throw new IOException("a disk");
                case 3 -> throw new StackOverflowError("an error");
                default -> {
                    return LONG;
                }
            }
        });

        assertTrue(fourth.await(10, TimeUnit.SECONDS));
    }

    @Test
    void thePauseAfterAFaultIsNotCutShort() throws Exception {
        var tries = new AtomicInteger();
        var first = new CountDownLatch(1);
        rounds.start(LONG, () -> {
            tries.incrementAndGet();
            first.countDown();
            throw new IllegalStateException("a fault");
        });
        assertTrue(first.await(10, TimeUnit.SECONDS));

        rounds.wake();
        Thread.sleep(50);

        assertEquals(1, tries.get());
    }

    @Test
    void wakingEndsTheRestAlsoWhenItWasCalledDuringTheRound() throws Exception {
        var twice = new CountDownLatch(2);

        rounds.start(LONG, () -> {
            if (twice.getCount() == 2) {
                rounds.wake();
            }
            twice.countDown();
            return LONG;
        });

        assertTrue(twice.await(10, TimeUnit.SECONDS));
    }

    @Test
    void stoppingInterruptsWhatGoesOn() throws Exception {
        var began = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        rounds.start(SHORT, () -> {
            began.countDown();
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException stopped) {
                interrupted.set(true);
                throw stopped;
            }
            return LONG;
        });
        assertTrue(began.await(10, TimeUnit.SECONDS));

        rounds.stop(Duration.ofSeconds(10));

        assertTrue(interrupted.get());
        assertTrue(rounds.isStopping());
    }

    @Test
    void finishingLetsTheRoundEndAndBeginsNoOther() throws Exception {
        var began = new CountDownLatch(1);
        var ended = new AtomicInteger();
        rounds.start(SHORT, () -> {
            began.countDown();
            Thread.sleep(100);
            ended.incrementAndGet();
            return Duration.ZERO;
        });
        assertTrue(began.await(10, TimeUnit.SECONDS));

        rounds.finish(Duration.ofSeconds(10));

        assertEquals(1, ended.get());
    }

    @Test
    void oneThatRestsIsFinishedAtOnce() throws Exception {
        var began = new CountDownLatch(1);
        rounds.start(SHORT, () -> {
            began.countDown();
            return LONG;
        });
        assertTrue(began.await(10, TimeUnit.SECONDS));
        long asked = System.nanoTime();

        rounds.finish(Duration.ofSeconds(30));

        assertTrue(System.nanoTime() - asked < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void nobodyStartsItTwice() {
        rounds.every(LONG, () -> {});

        assertThrows(IllegalStateException.class, () -> rounds.every(LONG, () -> {}));
    }

    @Test
    void oneThatNeverStartedIsStoppedAllTheSame() {
        rounds.stop(SHORT);
        rounds.finish(SHORT);

        assertTrue(rounds.isStopping());
    }
}
