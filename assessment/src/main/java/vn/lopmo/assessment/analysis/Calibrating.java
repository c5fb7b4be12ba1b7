package vn.lopmo.assessment.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.CalibrationData.Estimable;
import vn.lopmo.assessment.analysis.irt.Calibration;
import vn.lopmo.assessment.analysis.irt.Estimation;
import vn.lopmo.assessment.bank.ItemCalibration;
import vn.lopmo.assessment.bank.ItemCalibrations;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.platform.refusal.Refusal;

/// Runs a calibration: reads, estimates without holding a connection, writes to the job and to the bank at once.
@ApplicationScoped
class Calibrating {
    private final CalibrationJobs jobs;
    private final Assignments assignments;
    private final Gathering gathering;
    private final ItemCalibrations bank;
    private final Clock clock;

    Calibrating(
            CalibrationJobs jobs,
            Assignments assignments,
            Gathering gathering,
            ItemCalibrations bank,
            Clock clock) {
        this.jobs = jobs;
        this.assignments = assignments;
        this.gathering = gathering;
        this.bank = bank;
        this.clock = clock;
    }

    private record Input(CalibrationJob job, Estimable data, int learners) {}

    /// @throws Refusal if there is not enough to estimate anything
    void run(UUID id) {
        var input = QuarkusTransaction.requiringNew().call(() -> read(jobs.findById(id)));
        var data = input.data;
        if (input.learners < input.job.model().fewest() || data.columns().size() < CalibrationData.FEWEST_ITEMS) {
            throw new Refusal.Conflict("calibration-without-data");
        }
        if ((long) input.learners * data.columns().size() > CalibrationData.MOST_CELLS) {
            throw new Refusal.Conflict("calibration-too-large");
        }
        var found = Estimation.of(data.responses(), input.job.model(), data.chance());
        QuarkusTransaction.requiringNew().run(() -> write(jobs.findById(id), data, found, clock.instant()));
    }

    private Input read(CalibrationJob job) {
        var data = new CalibrationData();
        for (var id : job.assignmentIds()) {
            data.add(gathering.of(assignments.get(job.schoolId(), id)), job::wants);
        }
        return new Input(job, data.estimable(job.model()), data.learners());
    }

    private void write(CalibrationJob job, Estimable data, Calibration found, Instant now) {
        var items = new ArrayList<CalibrationResult.Item>();
        for (int item = 0; item < found.items().size(); item++) {
            items.add(item(data.columns().get(item), found.items().get(item)));
        }
        var result = new CalibrationResult(
                found.learners(), found.logLikelihood(), found.iterations(), found.converged(), items, data.leftOut());
        job.done(result, now);
        bank.put(job.schoolId(), forBank(job, result, now));
    }

    private static CalibrationResult.Item item(CalibrationData.Column column, Calibration.Item found) {
        var fit = found.fit();
        return new CalibrationResult.Item(
                column.key().itemId(),
                column.key().version(),
                column.text(),
                found.given(),
                found.facility(),
                found.a(),
                found.b(),
                found.c(),
                found.d(),
                found.seA(),
                found.seB(),
                found.seD(),
                found.ranAway(),
                fit == null ? null : new ItemCalibration.Fit(fit.chi2(), fit.df(), fit.p()));
    }

    /// Parameters that cannot be trusted stay out of the bank; the facility is known in any case.
    private static List<ItemCalibration> forBank(CalibrationJob job, CalibrationResult result, Instant now) {
        var all = new ArrayList<ItemCalibration>();
        for (var one : result.items()) {
            boolean sound = result.converged() && !one.ranAway();
            all.add(new ItemCalibration(
                    one.itemId(),
                    one.version(),
                    job.id(),
                    job.model().label(),
                    one.learners(),
                    one.facility(),
                    only(sound, one.a()),
                    only(sound, one.b()),
                    only(sound, one.c()),
                    only(sound, one.intercept()),
                    only(sound, one.seA()),
                    only(sound, one.seB()),
                    sound ? one.fit() : null,
                    now));
        }
        for (var one : result.leftOut()) {
            all.add(new ItemCalibration(
                    one.itemId(),
                    one.version(),
                    job.id(),
                    job.model().label(),
                    one.learners(),
                    one.facility(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    now));
        }
        return all;
    }

    private static @Nullable Double only(boolean sound, @Nullable Double value) {
        return sound ? value : null;
    }

    /// Ends it without a result.
    void fail(UUID id, String slug) {
        QuarkusTransaction.requiringNew().run(() -> jobs.findById(id).failed(slug, clock.instant()));
    }
}
