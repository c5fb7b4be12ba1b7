package vn.lopmo.lms.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Whether somebody's data may be used for something that teaching can do without. The one place that is asked.
public interface Uses {
    /// What the platform can stop for one person while all else goes on.
    enum Use {
        /// What somebody has not read in the app is sent to him by e-mail.
        MAIL,
        /// Pictures and voices of a pupil are taken as handed-in work.
        RECORDINGS
    }

    /// Those of a school's people for whom it is off: he asked for a stop, or a text of the school covers it to which
    /// not everybody who must has agreed. What no text covers is on.
    Set<UUID> off(Use use, UUID schoolId, Collection<UUID> people);

    default boolean isOff(Use use, UUID schoolId, UUID person) {
        return !off(use, schoolId, List.of(person)).isEmpty();
    }
}
