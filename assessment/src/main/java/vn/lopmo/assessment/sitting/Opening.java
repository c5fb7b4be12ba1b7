package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that the learner's page needs, at the start and after any break. Without keys.
///
/// @param answers what is saved, by slot
/// @param seq the last number that is saved; the device goes on with the next, without gaps
record Opening(
        UUID sittingId,
        UUID assignmentId,
        String title,
        Instant serverNow,
        Instant startedAt,
        Instant closesAt,
        List<ShownPaper.Section> parts,
        Map<UUID, JsonNode> answers,
        int seq,
        @Nullable Instant handedInAt) {}
