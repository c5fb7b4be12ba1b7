package vn.lopmo.lms.notice;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;

/// The links of mails: for whoever has the mail, signed in or not. A mail program may post to the second one itself
/// (RFC 8058).
@Path("/open/mail")
class MailLinkResource {
    private final Addresses addresses;
    private final Clock clock;

    MailLinkResource(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @POST
    @Path("/{secret}/confirm")
    @Transactional
    public void confirm(String secret) {
        addresses.confirm(secret, clock.instant());
    }

    @POST
    @Path("/{secret}/stop")
    @Transactional
    public void stop(String secret) {
        addresses.stop(secret);
    }
}
