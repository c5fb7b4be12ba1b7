package vn.lopmo.lms.notice.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.sql.Rows;

/// The secret addresses of calendars: one for each person who wants it. A new one ends the old one.
@ApplicationScoped
class Feeds {
    private static final int SECRET_BYTES = 24;

    record Feed(Instant madeAt, @Nullable Instant readAt) {}

    record Reader(UUID personId, UUID schoolId) {}

    private final SecureRandom random = new SecureRandom();
    private final Rows rows;

    Feeds(Rows rows) {
        this.rows = rows;
    }

    Optional<Feed> of(UUID personId) {
        return rows.first(
                "select made_at, read_at from calendar_feed where person_id = ?",
                row -> new Feed(row.time(1), row.timeOrNull(2)),
                personId);
    }

    /// @return the secret, which is kept nowhere
    String make(Caller caller, Instant now) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.change(
                "insert into calendar_feed (person_id, school_id, secret_hash, made_at) values (?, ?, ?, ?)"
                        + " on conflict (person_id) do update set secret_hash = excluded.secret_hash,"
                        + " made_at = excluded.made_at, read_at = null",
                caller.id(),
                caller.schoolId(),
                hash(secret),
                now);
        return secret;
    }

    void end(UUID personId) {
        rows.change("delete from calendar_feed where person_id = ?", personId);
    }

    /// Whose it is, if he is still at the school.
    Optional<Reader> reader(String secret, Instant now) {
        return rows.first(
                "update calendar_feed f set read_at = ? from person p where p.id = f.person_id and f.secret_hash = ?"
                        + " and p.left_on is null and p.erased_at is null returning f.person_id, f.school_id",
                row -> new Reader(row.uuid(1), row.uuid(2)),
                now,
                hash(secret));
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
