package vn.lopmo.assessment.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.RoomEntries;
import vn.lopmo.assessment.sitting.RoomEntry;
import vn.lopmo.assessment.sitting.RoomEntry.Kind;

/// The minutes of a room (biên bản), made of what was written down while it went on.
@ApplicationScoped
class Minutes {
    private final Takers takers;
    private final RoomBoard board;
    private final RoomEntries entries;
    private final Invigilators invigilators;

    Minutes(Takers takers, RoomBoard board, RoomEntries entries, Invigilators invigilators) {
        this.takers = takers;
        this.board = board;
        this.entries = entries;
        this.invigilators = invigilators;
    }

    /// @param present who has begun
    /// @param held steps that wait for the teacher's decision
    record View(
            UUID assignmentId,
            String title,
            List<String> classNames,
            Instant opensAt,
            Instant closesAt,
            int minutes,
            @Nullable Instant startedFirstAt,
            @Nullable Instant endedLastAt,
            int expected,
            int present,
            List<UUID> absent,
            int handedIn,
            int held,
            List<Pause> pauses,
            List<Extension> extensions,
            List<Collecting> collected,
            List<Reopening> reopened,
            List<Move> moved,
            List<Grant> needs,
            List<Happening> incidents,
            List<UUID> invigilators) {}

    /// @param to null while it lasts
    /// @param learnerId null for all
    record Pause(
            Instant from,
            @Nullable Instant to,
            UUID by,
            @Nullable UUID learnerId) {}

    record Extension(
            Instant at, UUID by, int minutes, @Nullable UUID learnerId) {}

    record Collecting(
            Instant at, UUID by, int count, @Nullable UUID learnerId) {}

    record Reopening(
            Instant at,
            UUID by,
            @Nullable UUID learnerId,
            int minutes,
            @Nullable String reason) {}

    record Move(
            @Nullable UUID learnerId,
            Instant at,
            UUID by,
            @Nullable String reason) {}

    /// What a learner was granted from then on; why is not said.
    ///
    /// @param attempts how often he may take it (0 without limit), or null for as often as everybody
    /// @param closesAt the end of his own window, or null for everybody's
    record Grant(
            Instant at,
            UUID by,
            @Nullable UUID learnerId,
            int extraMinutes,
            @Nullable Integer attempts,
            @Nullable Instant closesAt) {}

    record Happening(
            Instant at,
            UUID by,
            @Nullable UUID learnerId,
            @Nullable String kind,
            @Nullable String text) {}

    View of(Assignment assignment, Instant now) {
        var rows = board.rows(assignment, now);
        var expected = takers.of(assignment);
        var written = entries.ofAssignment(assignment.id());
        var present = rows.values();
        return new View(
                assignment.id(),
                assignment.title(),
                board.classNames(assignment),
                assignment.time().opensAt(),
                assignment.time().closesAt(),
                assignment.time().minutes(),
                times(present, RoomRow::startedAt).min(Instant::compareTo).orElse(null),
                times(present, RoomRow::handedInAt).max(Instant::compareTo).orElse(null),
                expected.size(),
                present.size(),
                expected.stream().filter(one -> !rows.containsKey(one)).toList(),
                (int) present.stream().filter(row -> row.handedInAt() != null).count(),
                present.stream().mapToInt(RoomRow::held).sum(),
                pauses(written),
                all(written, Kind.EXTENDED, Minutes::extension),
                all(written, Kind.COLLECTED, Minutes::collecting),
                all(written, Kind.REOPENED, Minutes::reopening),
                all(written, Kind.MOVED, Minutes::move),
                all(written, Kind.NEEDS, Minutes::grant),
                all(written, Kind.INCIDENT, Minutes::happening),
                invigilators.of(assignment.id()));
    }

    private static Stream<Instant> times(Collection<RoomRow> rows, Function<RoomRow, @Nullable Instant> time) {
        return rows.stream().map(time).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static <T> List<T> all(List<RoomEntry> written, Kind kind, Function<RoomEntry, T> line) {
        return written.stream().filter(one -> one.kind() == kind).map(line).toList();
    }

    /// Each pause with the resuming that ended it: of the room, or of the one learner.
    private static List<Pause> pauses(List<RoomEntry> written) {
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < written.size(); i++) {
            var entry = written.get(i);
            if (entry.kind() == Kind.PAUSED || entry.kind() == Kind.SITTING_PAUSED) {
                var to = end(entry, written.subList(i + 1, written.size()));
                pauses.add(new Pause(entry.doneAt(), to, entry.doneBy(), entry.learnerId()));
            }
        }
        return pauses;
    }

    private static @Nullable Instant end(RoomEntry pause, List<RoomEntry> later) {
        var kind = pause.kind() == Kind.PAUSED ? Kind.RESUMED : Kind.SITTING_RESUMED;
        return later.stream()
                .filter(one -> one.kind() == kind && Objects.equals(one.sittingId(), pause.sittingId()))
                .map(RoomEntry::doneAt)
                .findFirst()
                .orElse(null);
    }

    private static Extension extension(RoomEntry entry) {
        return new Extension(
                entry.doneAt(), entry.doneBy(), number(entry.detail().minutes()), entry.learnerId());
    }

    private static Collecting collecting(RoomEntry entry) {
        return new Collecting(
                entry.doneAt(), entry.doneBy(), number(entry.detail().count()), entry.learnerId());
    }

    private static Reopening reopening(RoomEntry entry) {
        var detail = entry.detail();
        return new Reopening(
                entry.doneAt(), entry.doneBy(), entry.learnerId(), number(detail.minutes()), detail.text());
    }

    private static Move move(RoomEntry entry) {
        return new Move(
                entry.learnerId(),
                entry.doneAt(),
                entry.doneBy(),
                entry.detail().text());
    }

    private static Grant grant(RoomEntry entry) {
        var detail = entry.detail();
        var until = detail.until();
        return new Grant(
                entry.doneAt(),
                entry.doneBy(),
                entry.learnerId(),
                number(detail.minutes()),
                detail.count(),
                until == null ? null : Instant.parse(until));
    }

    private static Happening happening(RoomEntry entry) {
        var detail = entry.detail();
        return new Happening(entry.doneAt(), entry.doneBy(), entry.learnerId(), detail.incident(), detail.text());
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
