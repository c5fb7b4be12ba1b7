package vn.lopmo.content.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.content.review.ReviewPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class ReviewPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID SUBMITTER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final Set<UUID> GROUP = Set.of(SUBMITTER, COLLEAGUE);
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    /// Letters: r may read, c comment, t tick, d decide, b take back; - may not. Before the group, then before the
    /// head. COLLEAGUE is of the subject's group; SUBMITTER, too, but nobody decides on his own work.
    @ParameterizedTest
    @CsvSource({
        "SUBMITTER, rc--b, rc--b",
        "COLLEAGUE, rctd-, rc---",
        "TEACHER,   -----, -----",
        "LIBRARIAN, rct--, rct--",
        "HEAD,      rctdb, rctdb",
        "ADMIN,     rc--b, rc--b",
        "STUDENT,   -----, -----",
        "GUARDIAN,  -----, -----",
        "OFFICER,   -----, -----"
    })
    void whoMayDoWhat(String who, String beforeGroup, String beforeHead) {
        assertEquals(beforeGroup, rights(who, Road.GROUP_AND_HEAD));
        assertEquals(beforeHead, rights(who, Road.HEAD));
    }

    private static String rights(String who, Road road) {
        var review = Review.submitted(SCHOOL, UUID.randomUUID(), SUBMITTER, "khtn", road, Set.of(Point.LICENCE), NOW);
        return sign(who, Verb.READ, review, "r")
                + sign(who, Verb.COMMENT, review, "c")
                + sign(who, Verb.TICK, review, "t")
                + sign(who, Verb.DECIDE, review, "d")
                + sign(who, Verb.RECALL, review, "b");
    }

    private static String sign(String who, Verb verb, Review review, String yes) {
        return ReviewPolicy.allows(caller(who), verb, review, GROUP) ? yes : "-";
    }

    private static Caller caller(String who) {
        return switch (who) {
            case "SUBMITTER" -> new Caller(SUBMITTER, SCHOOL, Set.of(Role.TEACHER));
            case "COLLEAGUE" -> new Caller(COLLEAGUE, SCHOOL, Set.of(Role.TEACHER));
            default -> new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.valueOf(who)));
        };
    }
}
