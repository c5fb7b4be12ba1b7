package vn.lopmo.lms.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// Everything that is held of a person is wanted: each service gathers its part and keeps it to be fetched.
///
/// @param readerIds who may fetch it besides the school's administrators
record ExportAsked(UUID exportId, UUID schoolId, UUID personId, List<UUID> readerIds) implements DomainEvent {
    @Override
    @JsonIgnore
    public String type() {
        return "lms.person-export-asked.v1";
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return personId;
    }
}
