package vn.lopmo.assessment.sitting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.thread.Rounds;

/// Where all learners are just now: gathered in memory and written every two seconds by one thread, in one statement
/// that waits for no disk. Losing some costs nothing: the next beat tells it again. Safe for any number of threads.
@ApplicationScoped
class Presences {
    private static final Logger LOG = Logger.getLogger(Presences.class);
    private static final String PUT = "insert into presence"
            + " (sitting_id, assignment_id, seen_at, device, address, seq, acked, answered, slot)"
            + " select * from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[], ?::text[], ?::text[]::int[], ?::text[]::int[],"
            + " ?::text[]::int[], ?::text[]::uuid[])"
            + " on conflict (sitting_id) do update set seen_at = excluded.seen_at, device = excluded.device,"
            + " address = excluded.address, seq = excluded.seq, acked = excluded.acked,"
            + " answered = excluded.answered, slot = excluded.slot where presence.seen_at < excluded.seen_at";
    private static final String DEVICE = "insert into sitting_device (sitting_id, device, address, since)"
            + " select * from unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::timestamptz[])"
            + " as g (sitting_id, device, address, since)"
            + " where (select count(*) from sitting_device d where d.sitting_id = g.sitting_id) < 50"
            + " on conflict do nothing";

    private final AgroalDataSource database;
    private final SavingConfig config;
    private final ConcurrentHashMap<UUID, Presence> fresh = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Seen, Presence> devices = new ConcurrentHashMap<>();
    private final Cache<Seen, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(40_000)
            .expireAfterAccess(Duration.ofHours(4))
            .build();
    private final Rounds rounds = new Rounds("presence");

    private static final List<Function<Presence, @Nullable Object>> PLACE = List.of(
            Presence::sittingId,
            Presence::assignmentId,
            Presence::seenAt,
            Presence::device,
            Presence::address,
            Presence::seq,
            Presence::acked,
            Presence::answered,
            Presence::slot);
    private static final List<Function<Presence, @Nullable Object>> DEVICES =
            List.of(Presence::sittingId, Presence::device, Presence::address, Presence::seenAt);

    private record Seen(UUID sittingId, String device) {}

    Presences(AgroalDataSource database, SavingConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        rounds.every(config.presence(), this::flushIfPossible);
    }

    void stop(@Observes ShutdownEvent stopped) {
        rounds.stop(Duration.ofSeconds(5));
    }

    /// @param counts whether this device has the sitting, so that it says where the learner is
    void put(Presence presence, boolean counts) {
        if (counts) {
            fresh.put(presence.sittingId(), presence);
        }
        var device = presence.device();
        if (device != null) {
            var pair = new Seen(presence.sittingId(), device);
            if (seen.getIfPresent(pair) == null) {
                devices.putIfAbsent(pair, presence);
            }
        }
    }

    private void flushIfPossible() {
        try {
            flush();
        } catch (SQLException failed) {
            // the message would quote who is where
            LOG.warnf("presence could not be written now: SQL state %s", failed.getSQLState());
        }
    }

    /// Always in the order of keys, so that two instances never wait for each other in a ring.
    void flush() throws SQLException {
        var where = new ArrayList<>(fresh.values());
        where.sort(Comparator.comparing(Presence::sittingId));
        if (!where.isEmpty()) {
            write(PUT, where, PLACE);
            where.forEach(one -> fresh.remove(one.sittingId(), one));
        }
        var found = new ArrayList<>(devices.values());
        found.sort(Comparator.comparing(Presence::sittingId)
                .thenComparing(Presence::device, Comparator.nullsFirst(Comparator.naturalOrder())));
        if (!found.isEmpty()) {
            write(DEVICE, found, DEVICES);
            found.forEach(this::known);
        }
    }

    private void known(Presence one) {
        var device = one.device();
        if (device != null) {
            var pair = new Seen(one.sittingId(), device);
            seen.put(pair, true);
            devices.remove(pair);
        }
    }

    private void write(String statement, List<Presence> all, List<Function<Presence, @Nullable Object>> columns)
            throws SQLException {
        try (var connection = database.getConnection();
                var put = connection.prepareStatement(statement)) {
            for (int i = 0; i < columns.size(); i++) {
                put.setArray(i + 1, connection.createArrayOf("text", texts(all, columns.get(i))));
            }
            put.executeUpdate();
        }
    }

    private static @Nullable String[] texts(List<Presence> all, Function<Presence, @Nullable Object> column) {
        @Nullable String[] texts = new @Nullable String[all.size()];
        for (int i = 0; i < texts.length; i++) {
            var value = column.apply(all.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
