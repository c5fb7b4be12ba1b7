package vn.lopmo.lms.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import vn.lopmo.platform.event.EventHandler;

/// Keeps released marks. One type of event has one handler in a service, so what else follows from a result
/// observes it from here.
@ApplicationScoped
class ResultReleasedHandler implements EventHandler<ResultReleased> {
    private final ReleasedMarks marks;
    private final Event<ResultReleased> passedOn;

    ResultReleasedHandler(ReleasedMarks marks, Event<ResultReleased> passedOn) {
        this.marks = marks;
        this.passedOn = passedOn;
    }

    @Override
    public String type() {
        return ResultReleased.TYPE;
    }

    @Override
    public Class<ResultReleased> body() {
        return ResultReleased.class;
    }

    @Override
    public void handle(ResultReleased event, Origin origin) {
        marks.find(event.learnerId(), event.assignmentId())
                .ifPresentOrElse(known -> known.releasedAgain(event), () -> marks.persist(ReleasedMark.of(event)));
        passedOn.fire(event);
    }
}
