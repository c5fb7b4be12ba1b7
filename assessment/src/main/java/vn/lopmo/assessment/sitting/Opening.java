package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Conditions;

/// Everything that the learner's page needs, at the start and after any break. Without keys.
///
/// @param attempt which of his goes it is, from 1
/// @param attemptsLeft how often he may begin again; null without limit
/// @param answers what is saved, by slot
/// @param seq the last number that is saved; the device goes on with the next, without gaps
/// @param pausedAt since when his clock stands
/// @param deviceHeld whether it is tied to one device
/// @param message what the teacher has to say to all who take it
record Opening(
        UUID sittingId,
        UUID assignmentId,
        String title,
        int attempt,
        @Nullable Integer attemptsLeft,
        Conditions.Mode mode,
        Conditions.Paging paging,
        boolean oneDevice,
        Conditions.Shown conditions,
        @Nullable String message,
        Instant serverNow,
        Instant startedAt,
        Instant closesAt,
        @Nullable Instant pausedAt,
        boolean deviceHeld,
        List<ShownPaper.Section> parts,
        Map<UUID, JsonNode> answers,
        int seq,
        @Nullable Instant handedInAt) {}
