package vn.lopmo.lms.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.event.DomainEvent;

/// What a pupil who left did was kept for as long as his school wants it. Fired inside the transaction that writes it
/// down, and told to the other services: whoever keeps something of that matter lets go of it. Marks are the mark
/// book's and stay.
public record KeptLongEnough(UUID schoolId, UUID personId, Matter matter, Instant at) implements DomainEvent {
    public enum Matter {
        /// Handed in for tasks, with its files and the remarks on it.
        WORK,
        /// Notes at lessons, and reminders.
        NOTES,
        /// In discussions, and questions to teachers.
        TALK,
        /// At papers, with the answers. Assessment's.
        SITTINGS,
        /// In the library: notes, places, favourites, attempts at packages. Content-repo's.
        READING
    }

    @Override
    @JsonIgnore
    public String type() {
        return "lms.person-kept-long-enough.v1";
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return personId;
    }
}
