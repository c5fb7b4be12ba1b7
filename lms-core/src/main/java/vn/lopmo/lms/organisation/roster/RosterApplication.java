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
import vn.lopmo.lms.organisation.identity.ManyAccounts;
import vn.lopmo.lms.organisation.identity.ManyAccounts.Answer;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Applies lists in the background. Where the work stands is known to the database alone: after a crash, here or
/// anywhere, the next one to look goes on with the rows that are left. A row that was applied already is applied again
/// without effect.
@ApplicationScoped
public class RosterApplication {
    private static final Logger LOG = Logger.getLogger(RosterApplication.class);
    private static final int CHUNK = 400;
    /// Keycloak answers for so many at once, well before its patience ends.
    private static final int AT_ONCE = 100;
    private static final Duration KEEP_LISTS = Duration.ofDays(30);

    private final RosterImports imports;
    private final RosterRows rows;
    private final RosterSteps steps;
    private final Accounts accounts;
    private final ManyAccounts many;
    private final People people;
    private final Clock clock;
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("roster").factory());
    /// Two at a time: one is being answered while the other is on its way.
    private final ExecutorService identity = Executors.newFixedThreadPool(
            2, Thread.ofVirtual().name("roster-identity-", 0).factory());
    private final AtomicBoolean looking = new AtomicBoolean();

    RosterApplication(
            RosterImports imports,
            RosterRows rows,
            RosterSteps steps,
            Accounts accounts,
            ManyAccounts many,
            People people,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.steps = steps;
        this.accounts = accounts;
        this.many = many;
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

    /// While Keycloak works on some rows, others are settled.
    private boolean applySome(UUID importId) throws InterruptedException {
        var plans = steps.plan(importId, CHUNK);
        if (plans.isEmpty()) {
            return false;
        }
        var schoolId = QuarkusTransaction.requiringNew()
                .call(() -> imports.findById(importId).schoolId());
        var asked = new ArrayList<Future<List<Plan.Outcome>>>();
        for (int from = 0; from < plans.size(); from += AT_ONCE) {
            var some = plans.subList(from, Math.min(plans.size(), from + AT_ONCE));
            asked.add(identity.submit(() -> carryOut(some, schoolId)));
        }
        settleAll(importId, asked);
        return true;
    }

    /// What was done is written down, even if something else failed; the last of it has ended when this returns.
    private void settleAll(UUID importId, List<Future<List<Plan.Outcome>>> asked) throws InterruptedException {
        var failures = new ArrayList<RuntimeException>();
        for (var each : asked) {
            try {
                steps.settle(importId, each.get());
            } catch (ExecutionException failed) {
                failures.add(
                        failed.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(failed));
            } catch (RuntimeException notWritten) {
                failures.add(notWritten);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private List<Plan.Outcome> carryOut(List<Plan> plans, UUID schoolId) {
        var openings = plans.stream()
                .filter(plan -> plan.personId() == null)
                .map(plan -> Accounts.Opening.withoutPassword(plan.username(), plan.name(), schoolId, plan.roles()))
                .toList();
        var answers = many.open(openings, this::isSomebodys);
        return plans.stream()
                .map(plan -> plan.personId() == null
                        ? outcome(plan, Objects.requireNonNull(answers.get(plan.username())))
                        : changed(plan, plan.personId()))
                .toList();
    }

    private static Plan.Outcome outcome(Plan plan, ManyAccounts.Answer answer) {
        return switch (answer) {
            case Answer.Opened(var account) -> new Plan.Outcome.Ready(plan.rowId(), account);
            case Answer.Taken taken -> new Plan.Outcome.NameTaken(plan.rowId());
            case Answer.Refused(var slug) -> new Plan.Outcome.Refused(plan.rowId(), slug);
        };
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
