package vn.lopmo.lms.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Mail by the school's own server, whose address and password are `quarkus.mailer.*`. Without the first two settings
/// there is none, and nobody is asked for an address.
@ConfigMapping(prefix = "lopmo.mail")
interface MailConfig {
    /// Who the mails are from: `Trường THCS Ea Kao <lopmo@truong.edu.vn>`.
    Optional<String> from();

    /// The address at which people open the school, for the links: `https://lop.truong.edu.vn`.
    Optional<URI> site();

    /// The hour of the day, in Việt Nam, from which the digests go out.
    @WithDefault("17")
    int hour();

    /// How soon somebody may ask for another mail to show that an address is his.
    @WithDefault("10m")
    Duration betweenConfirmations();

    default boolean isOn() {
        return from().isPresent() && site().isPresent();
    }
}
