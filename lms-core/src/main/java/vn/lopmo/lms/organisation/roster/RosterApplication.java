package vn.lopmo.lms.organisation.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Applies lists in the background. Where the work stands is known to the database alone: after a crash, here or
/// anywhere, the next one to look goes on with the rows that are left. A row that was applied already is applied again
/// without effect.
@ApplicationScoped
public class RosterApplication {
    private static final Logger LOG = Logger.getLogger(RosterApplication.class);
    private static final int CHUNK = 50;
    private static final Duration KEEP_LISTS = Duration.ofDays(30);

    private final RosterImports imports;
    private final RosterRows rows;
    private final RosterSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("roster").factory());
    /// A few at a time: accounts without a password are cheap, and what is waited for is mostly the way.
    private final ExecutorService identity = Executors.newFixedThreadPool(
            4, Thread.ofVirtual().name("roster-identity-", 0).factory());
    private final AtomicBoolean looking = new AtomicBoolean();

    RosterApplication(
            RosterImports imports, RosterRows rows, RosterSteps steps, Accounts accounts, People people, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    @Transactional
    void start(UUID importId, Caller caller) {
        imports.get(importId, caller.schoolId()).apply(rows.countToApply(importId));
    }

    /// Looks for work now rather than at the next turn of the clock.
    @Scheduled(every = "5s", delayed = "2s")
    void look() {
        if (looking.compareAndSet(false, true)) {
            work.submit(this::workOnAll);
        }
    }

    @Scheduled(every = "6h", delayed = "2m")
    @Transactional
    void forgetOldLists() {
        imports.forgetOlderThan(clock.instant().minus(KEEP_LISTS));
    }

    void stop(@Observes ShutdownEvent stopped) {
        work.shutdownNow();
        identity.shutdownNow();
    }

    private void workOnAll() {
        looking.set(false);
        try {
            var waiting = QuarkusTransaction.requiringNew().call(() -> imports.abandoned(clock.instant()));
            waiting.forEach(this::workOn);
        } catch (RuntimeException fault) {
            LOG.warnf("lists wait to be applied: %s", fault.toString());
        }
    }

    private void workOn(UUID importId) {
        boolean mine = QuarkusTransaction.requiringNew().call(() -> imports.claim(importId, clock.instant()));
        if (!mine) {
            return;
        }
        try {
            while (applySome(importId)) {
                LOG.debugf("rows of the list %s were applied", importId);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Refusal refusal) {
            steps.stumble(importId, refusal.slug());
        } catch (RuntimeException fault) {
            LOG.error("a list could not be applied for now", fault);
            steps.stumble(importId, "internal-error");
        }
    }

    private boolean applySome(UUID importId) throws InterruptedException {
        var plans = steps.plan(importId, CHUNK);
        if (plans.isEmpty()) {
            return false;
        }
        var schoolId = QuarkusTransaction.requiringNew()
                .call(() -> imports.findById(importId).schoolId());
        steps.settle(importId, carryOut(plans, schoolId));
        return true;
    }

    private List<Plan.Outcome> carryOut(List<Plan> plans, UUID schoolId) throws InterruptedException {
        var asked = new ArrayList<Future<Plan.Outcome>>();
        for (var plan : plans) {
            asked.add(identity.submit(() -> carryOut(plan, schoolId)));
        }
        var outcomes = new ArrayList<Plan.Outcome>();
        for (var each : asked) {
            outcomes.add(outcome(each));
        }
        return outcomes;
    }

    private static Plan.Outcome outcome(Future<Plan.Outcome> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private Plan.Outcome carryOut(Plan plan, UUID schoolId) {
        var personId = plan.personId();
        var password = plan.password();
        if (personId != null || password == null) {
            return changed(plan, Objects.requireNonNull(personId));
        }
        var opening = Accounts.Opening.withoutPassword(plan.username(), plan.name(), schoolId, plan.roles());
        try {
            return new Plan.Outcome.Ready(plan.rowId(), accounts.open(opening, this::isSomebodys));
        } catch (Refusal.Conflict taken) {
            return new Plan.Outcome.NameTaken(plan.rowId());
        } catch (Refusal.Invalid refused) {
            return new Plan.Outcome.Refused(plan.rowId(), refused.slug());
        }
    }

    private Plan.Outcome changed(Plan plan, UUID personId) {
        if (plan.renamed()) {
            accounts.rename(personId, plan.name());
        }
        if (!plan.roles().isEmpty()) {
            accounts.give(personId, plan.roles());
        }
        if (plan.back()) {
            accounts.admit(personId, true);
        }
        return new Plan.Outcome.Ready(plan.rowId(), personId);
    }

    private boolean isSomebodys(UUID account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.findByIdOptional(account).isPresent());
    }
}
