package vn.lopmo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Who is signed in. Read from memory on every request; written to the database at sign-in and renewal, and read from
/// there after a restart. Safe for any number of threads; nothing here blocks its caller.
@ApplicationScoped
class Sessions {
    static final Duration LIFE = Duration.ofHours(10);
    private static final Logger LOG = Logger.getLogger(Sessions.class);

    private final Cache<String, Session> memory =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(LIFE).build();
    private final Endings endings = new Endings(LIFE);
    private final DataSource database;
    private final Vertx vertx;

    Sessions(DataSource database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    @Nullable
    Session known(String id) {
        return memory.getIfPresent(id);
    }

    Future<Optional<Session>> find(String id) {
        var known = known(id);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return vertx.executeBlocking(() -> load(id), false)
                .map(found -> found.filter(session -> !endings.hold(session)))
                .onSuccess(found -> found.ifPresent(this::remember));
    }

    /// Known at once; kept through a restart when the future has ended. A database that is away costs only that.
    Future<Session> keep(Session session) {
        remember(session);
        return vertx.executeBlocking(
                        () -> {
                            store(session);
                            if (endings.hold(session)) {
                                delete(session.id());
                            }
                            return session;
                        },
                        false)
                .otherwise(away -> {
                    LOG.warnf("a session is kept in memory only: %s", away.toString());
                    return session;
                });
    }

    Future<Void> end(String id) {
        memory.invalidate(id);
        return vertx.<Void>executeBlocking(
                        () -> {
                            delete(id);
                            return null;
                        },
                        false)
                .otherwiseEmpty();
    }

    /// What Keycloak has ended is over before this returns; when the future has ended, after a restart too.
    Future<Void> end(Ending ending) {
        endings.note(ending);
        memory.asMap().values().removeIf(ending::isOf);
        return vertx.executeBlocking(
                () -> {
                    delete(ending);
                    return null;
                },
                false);
    }

    /// As after a restart: the next request reads the database.
    void forgetMemory() {
        memory.invalidateAll();
    }

    private void remember(Session session) {
        memory.put(session.id(), session);
        if (endings.hold(session)) { // asked after it was put, as an ending is noted before it sweeps
            memory.invalidate(session.id());
        }
    }

    private Optional<Session> load(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select sealed from session where id_hash = ? and expires_at > now()")) {
            statement.setBytes(1, Seal.hash(id));
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(id, Seal.open(id, row.getBytes(1)))) : Optional.empty();
            }
        }
    }

    private void store(Session session) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("with gone as (delete from session where expires_at < now())"
                                + " insert into session (id_hash, sealed, expires_at, sid_hash, subject_hash, signed_in_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (id_hash) do update set sealed = excluded.sealed,"
                                + " expires_at = excluded.expires_at, sid_hash = excluded.sid_hash,"
                                + " subject_hash = excluded.subject_hash, signed_in_at = excluded.signed_in_at")) {
            statement.setBytes(1, Seal.hash(session.id()));
            statement.setBytes(2, Seal.seal(session.id(), write(session)));
            statement.setTimestamp(3, Timestamp.from(Instant.now().plus(LIFE)));
            statement.setBytes(4, Seal.hashOfSid(session.origin().sid()));
            statement.setBytes(5, Seal.hashOfSubject(session.origin().subject()));
            statement.setLong(6, session.origin().signedInAt());
            statement.executeUpdate();
        }
    }

    private void delete(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from session where id_hash = ?")) {
            statement.setBytes(1, Seal.hash(id));
            statement.executeUpdate();
        }
    }

    private void delete(Ending ending) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from session where signed_in_at <= ? and "
                        + (ending.isOfOneSession() ? "sid_hash = ?" : "subject_hash = ?"))) {
            statement.setLong(1, ending.at()); // a retry may come after the next sign-in
            statement.setBytes(
                    2, ending.isOfOneSession() ? Seal.hashOfSid(ending.whose()) : Seal.hashOfSubject(ending.whose()));
            statement.executeUpdate();
        }
    }

    private static String write(Session session) {
        return new JsonObject()
                .put("idToken", session.idToken())
                .put("accessToken", session.accessToken())
                .put("refreshToken", session.refreshToken())
                .put("scope", session.scope())
                .encode();
    }

    private static Session read(String id, String json) {
        var row = new JsonObject(json);
        return Session.of(
                id,
                row.getString("idToken"),
                row.getString("accessToken"),
                row.getString("refreshToken"),
                row.getString("scope"));
    }
}
