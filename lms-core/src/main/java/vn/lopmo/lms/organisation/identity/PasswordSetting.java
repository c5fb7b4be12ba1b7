package vn.lopmo.lms.organisation.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// Gives new accounts their first passwords in the background, two at a time: each costs Keycloak 70 ms of CPU (ADR
/// 0004), and a whole school at once would make everybody wait. What is left to do stands in the database.
@ApplicationScoped
class PasswordSetting {
    private static final int AT_ONCE = 2;
    private static final Logger LOG = Logger.getLogger(PasswordSetting.class);

    private final FirstPasswordSheet passwords;
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean stopping;
    private final ExecutorService work = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("first-password-", 0).factory());

    PasswordSetting(FirstPasswordSheet passwords) {
        this.passwords = passwords;
    }

    @Scheduled(every = "3s", delayed = "3s")
    void look() {
        while (working.get() < AT_ONCE) {
            working.incrementAndGet();
            work.submit(this::setAll);
        }
    }

    private void setAll() {
        try {
            while (!stopping && passwords.setNext()) {
                LOG.trace("a first password was set");
            }
        } catch (Refusal.Unavailable away) {
            LOG.debugf("first passwords wait: %s", away.slug());
        } catch (RuntimeException fault) {
            LOG.warn("a first password could not be set for now", fault);
        } finally {
            working.decrementAndGet();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        work.shutdown();
    }
}
