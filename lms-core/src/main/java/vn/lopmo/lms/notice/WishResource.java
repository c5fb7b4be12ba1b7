package vn.lopmo.lms.notice;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What the caller wants to be told of, and where to.
@Path("/notice-wishes")
class WishResource {
    /// @param mail null where the school sends none
    record View(List<Wishes.Wish> kinds, @Nullable MailView mail) {}

    record MailView(@Nullable String address, boolean confirmed, int hour) {}

    record Switches(boolean shown, boolean mailed) {}

    record NewAddress(@NotNull @Email @Size(max = 200) String address) {}

    private final CurrentCaller callers;
    private final Wishes wishes;
    private final Addresses addresses;
    private final Letters letters;
    private final MailConfig config;
    private final Clock clock;

    WishResource(
            CurrentCaller callers,
            Wishes wishes,
            Addresses addresses,
            Letters letters,
            MailConfig config,
            Clock clock) {
        this.callers = callers;
        this.wishes = wishes;
        this.addresses = addresses;
        this.letters = letters;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public View read() {
        var caller = callers.get();
        return new View(wishes.of(caller), config.isOn() ? mail() : null);
    }

    private MailView mail() {
        var known = addresses.of(callers.get().id());
        return new MailView(
                known.map(Addresses.Address::address).orElse(null),
                known.filter(each -> each.confirmedAt() != null).isPresent(),
                config.hour());
    }

    @PUT
    @Path("/kinds/{kind}")
    @Transactional
    public View set(NoticeKind kind, @NotNull Switches switches) {
        wishes.set(callers.get(), new Wishes.Wish(kind, switches.shown, switches.mailed));
        return read();
    }

    /// Sends a mail there, whose link shows that it is the caller's.
    @PUT
    @Path("/address")
    @Transactional
    public View ask(@Valid @NotNull NewAddress wanted) {
        var caller = callers.get();
        var now = clock.instant();
        if (!config.isOn()) {
            throw new Refusal.Conflict("mail-is-off");
        }
        addresses.of(caller.id()).ifPresent(known -> {
            if (known.askedAt().plus(config.betweenConfirmations()).isAfter(now)) {
                throw new Refusal.Conflict("mail-asked-just-now");
            }
        });
        letters.sendConfirmation(addresses.ask(caller, wanted.address.strip(), now));
        return read();
    }

    @DELETE
    @Path("/address")
    @Transactional
    public View forget() {
        addresses.forget(callers.get().id());
        return read();
    }
}
