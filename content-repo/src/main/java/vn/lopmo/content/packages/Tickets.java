package vn.lopmo.content.packages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// Tickets to the entries of one package, for one person, for half an hour that the open page renews: what stands in an
/// address in place of a cookie. 256 random bits, so that a package knows its own and can guess no other.
///
/// Not signed but looked up, so that a ticket can be renewed while pages hold it, and ended; the database knows its
/// hash alone. Safe for any number of threads.
@ApplicationScoped
class Tickets {
    static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofSeconds(20);
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource database;
    /// A page asks for a hundred entries in a second.
    private final Cache<String, Pass> lately = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Tickets(DataSource database) {
        this.database = database;
    }

    /// What a ticket opens.
    ///
    /// @param origin the name of the package's own origin for that person, where origins are apart
    /// @param appOrigin the page that may show it
    record Pass(UUID fileId, UUID schoolId, String origin, String appOrigin) {}

    /// One package and one person always get the same origin: what a package keeps in the browser is found again by
    /// that person, and by no other who uses the device, and by no other package.
    static String origin(UUID fileId, UUID personId) {
        return HexFormat.of().formatHex(hash("package-origin:" + fileId + ":" + personId), 0, 16);
    }

    String issue(Pass pass, UUID personId, Instant now) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var sql = "with gone as (delete from package_ticket where expires_at < ?) insert into package_ticket"
                + " (id_hash, file_id, school_id, person_id, origin, app_origin, expires_at) values (?, ?, ?, ?, ?, ?, ?)";
        run(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, hash(ticket));
            statement.setObject(3, pass.fileId());
            statement.setObject(4, pass.schoolId());
            statement.setObject(5, personId);
            statement.setString(6, pass.origin());
            statement.setString(7, pass.appOrigin());
            statement.setTimestamp(8, Timestamp.from(now.plus(LIFE)));
            return statement.executeUpdate();
        });
        return ticket;
    }

    /// False if it is not that person's ticket to that file, or ended so long ago that it was forgotten.
    boolean renew(String ticket, UUID fileId, UUID personId, Instant now) {
        var sql = "update package_ticket set expires_at = ? where id_hash = ? and file_id = ? and person_id = ?";
        return run(sql, statement -> {
                    statement.setTimestamp(1, Timestamp.from(now.plus(LIFE)));
                    statement.setBytes(2, hash(ticket));
                    statement.setObject(3, fileId);
                    statement.setObject(4, personId);
                    return statement.executeUpdate();
                })
                == 1;
    }

    Optional<Pass> open(String ticket, Instant now) {
        if (!SHAPE.matcher(ticket).matches()) {
            return Optional.empty();
        }
        var known = lately.getIfPresent(ticket);
        if (known != null) {
            return Optional.of(known);
        }
        var found = find(ticket, now);
        found.ifPresent(pass -> lately.put(ticket, pass));
        return found;
    }

    private Optional<Pass> find(String ticket, Instant now) {
        var sql =
                "select file_id, school_id, origin, app_origin from package_ticket where id_hash = ? and expires_at > ?";
        return run(sql, statement -> {
            statement.setBytes(1, hash(ticket));
            statement.setTimestamp(2, Timestamp.from(now));
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Pass(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4)))
                        : Optional.empty();
            }
        });
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
