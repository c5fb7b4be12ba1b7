package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.person.PersonExports;

/// Notes who of the staff opens the copy of all that is held of somebody. A copy is put together of what each service
/// has; that of this service stands for all.
@ApplicationScoped
class OpenedExports {
    private final RecordReads reads;

    OpenedExports(RecordReads reads) {
        this.reads = reads;
    }

    void note(@Observes PersonExports.Opened event) {
        reads.note(event.by(), event.personId(), RecordReads.EXPORT);
    }
}
