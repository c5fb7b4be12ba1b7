package vn.lopmo.lms.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Erasure;
import vn.lopmo.lms.organisation.Particulars;
import vn.lopmo.lms.organisation.Uses.Use;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Does what a request asks for, once the school has agreed.
@ApplicationScoped
class CarryingOut {
    private final PrivacyRequests requests;
    private final Erasure erasure;
    private final Particulars particulars;
    private final Stops stops;
    private final Outbox outbox;
    private final Clock clock;

    CarryingOut(
            PrivacyRequests requests,
            Erasure erasure,
            Particulars particulars,
            Stops stops,
            Outbox outbox,
            Clock clock) {
        this.requests = requests;
        this.erasure = erasure;
        this.particulars = particulars;
        this.stops = stops;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Work(PrivacyRequest.Kind kind, UUID subjectId) {}

    /// @param correction what is right, for a request of that kind
    /// @param stopped what the platform stops, for a request of that kind; the school may have stopped other things
    record Doing(UUID by, Particulars.@Nullable Correction correction, Set<Use> stopped) {}

    void carryOut(UUID requestId, UUID schoolId, Doing doing) {
        var correction = doing.correction;
        var work = QuarkusTransaction.requiringNew().call(() -> {
            var request = requests.get(requestId, schoolId);
            request.checkOpen();
            return new Work(request.kind(), request.subjectId());
        });
        switch (work.kind) {
            case EXPORT, STOP -> {}
            case CORRECTION -> {
                if (correction == null) {
                    throw new Refusal.Invalid("correction-missing");
                }
                particulars.correct(work.subjectId, schoolId, correction);
            }
            case ERASURE -> erasure.erase(work.subjectId, schoolId);
        }
        QuarkusTransaction.requiringNew().run(() -> finish(requests.get(requestId, schoolId), doing));
    }

    private void finish(PrivacyRequest request, Doing doing) {
        var now = clock.instant();
        if (request.kind() == PrivacyRequest.Kind.EXPORT) {
            var export = Ids.next(now);
            request.exportedAs(export);
            outbox.publish(new ExportAsked(export, request.schoolId(), request.subjectId(), readers(request)));
        }
        if (request.kind() == PrivacyRequest.Kind.STOP) {
            stops.put(request, doing.stopped, doing.by, now);
        }
        request.done(now);
    }

    private static List<UUID> readers(PrivacyRequest request) {
        return Stream.of(request.subjectId(), request.askedBy()).distinct().toList();
    }
}
