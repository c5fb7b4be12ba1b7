package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import vn.lopmo.content.material.MaterialViews;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Does a step that failed once more, and all that came after it.
@Path("/files/{id}/steps")
class StepResource {
    private final StoredFiles files;
    private final Intake intake;
    private final Steps steps;
    private final MaterialViews views;
    private final ReadingQueue reading;
    private final SlowQueue slow;
    private final CurrentCaller caller;
    private final Clock clock;

    StepResource(
            StoredFiles files,
            Intake intake,
            Steps steps,
            MaterialViews views,
            ReadingQueue reading,
            SlowQueue slow,
            CurrentCaller caller,
            Clock clock) {
        this.files = files;
        this.intake = intake;
        this.steps = steps;
        this.views = views;
        this.reading = reading;
        this.slow = slow;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/{step}/retry")
    public MaterialViews.View retry(UUID id, String step) {
        var again = named(step);
        var view = QuarkusTransaction.requiringNew().call(() -> again(id, again));
        reading.wake();
        slow.wake();
        return view;
    }

    private MaterialViews.View again(UUID id, IngestStep step) {
        var who = caller.get();
        var file = files.get(id, who.schoolId());
        var material = intake.editable(file.materialId(), who);
        if (!steps.again(id, step, clock.instant())) {
            throw new Refusal.Conflict("step-not-failed");
        }
        if (!IngestStep.SLOW.contains(step)) {
            file.again();
            files.flush();
        }
        return views.of(material, who);
    }

    private static IngestStep named(String step) {
        return Arrays.stream(IngestStep.values())
                .filter(known -> known.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("file-not-found"));
    }
}
