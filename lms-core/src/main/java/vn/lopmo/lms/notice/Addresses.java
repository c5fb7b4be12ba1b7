package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Where digests go. An address counts once somebody has opened the link that was sent to it.
@ApplicationScoped
class Addresses {
    private static final int SECRET_BYTES = 24;

    record Address(
            String address,
            String secret,
            Instant askedAt,
            @Nullable Instant confirmedAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Rows rows;

    Addresses(Rows rows) {
        this.rows = rows;
    }

    Optional<Address> of(UUID personId) {
        return rows.first(
                "select address, secret, asked_at, confirmed_at from notice_mail where person_id = ?",
                row -> new Address(row.text(1), row.text(2), row.time(3), row.timeOrNull(4)),
                personId);
    }

    /// A new secret each time: the links of an older address lead nowhere.
    Address ask(Caller caller, String address, Instant now) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.change(
                "insert into notice_mail (person_id, school_id, address, secret, asked_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (person_id) do update set address = excluded.address,"
                        + " secret = excluded.secret, asked_at = excluded.asked_at, confirmed_at = null",
                caller.id(),
                caller.schoolId(),
                address,
                secret,
                now);
        return new Address(address, secret, now, null);
    }

    void forget(UUID personId) {
        rows.change("delete from notice_mail where person_id = ?", personId);
    }

    /// @throws Refusal.NotFound if the link is an old one
    void confirm(String secret, Instant now) {
        int found = rows.change(
                "update notice_mail set confirmed_at = coalesce(confirmed_at, ?) where secret = ?", now, secret);
        if (found == 0) {
            throw new Refusal.NotFound("mail-link-old");
        }
    }

    /// Without signing in, by whoever has the mail; the address stays until its owner takes it away or confirms again.
    void stop(String secret) {
        if (rows.change("update notice_mail set confirmed_at = null where secret = ?", secret) == 0) {
            throw new Refusal.NotFound("mail-link-old");
        }
    }
}
