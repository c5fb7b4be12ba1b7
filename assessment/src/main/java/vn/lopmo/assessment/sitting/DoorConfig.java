package vn.lopmo.assessment.sitting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where learners come from, and by which names they know the school's server.
@ConfigMapping(prefix = "lopmo.door")
interface DoorConfig {
    /// Addresses and ranges of those who tell the truth in `X-Forwarded-For`: web-ui's, if it is on another machine.
    @WithDefault("127.0.0.0/8,::1")
    List<String> proxies();

    /// Names of the school's server beside the one that the request came by.
    Optional<Set<String>> hosts();
}
