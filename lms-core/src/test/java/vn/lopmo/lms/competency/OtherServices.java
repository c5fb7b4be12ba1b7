package vn.lopmo.lms.competency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.TestSchools;

/// What the library and the assessment service say on Kafka, for tests.
final class OtherServices {
    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private OtherServices() {}

    static Map<String, ?> paperAssigned(TestSchools.Small school, UUID assignment) {
        return Map.of(
                "schoolId",
                school.school(),
                "assignmentId",
                assignment,
                "title",
                "Kiểm tra 15 phút",
                "subject",
                "tin-hoc",
                "classIds",
                List.of(school.classId()),
                "opensAt",
                NOW.toString(),
                "closesAt",
                NOW.plusSeconds(3600).toString(),
                "minutes",
                15,
                "questions",
                1,
                "maxMark",
                1);
    }

    /// One item of one mark that carries both TC2 indicators of 1.2.
    static Map<String, ?> resultReleased(
            TestSchools.Small school, UUID assignment, UUID sitting, String mark, Instant releasedAt) {
        return Map.of(
                "schoolId",
                school.school(),
                "learnerId",
                school.first(),
                "assignmentId",
                assignment,
                "sittingId",
                sitting,
                "title",
                "Kiểm tra 15 phút",
                "subject",
                "tin-hoc",
                "mark",
                new BigDecimal(mark),
                "maxMark",
                1,
                "releasedAt",
                releasedAt.toString(),
                "items",
                List.of(item(mark)));
    }

    private static Map<String, ?> item(String mark) {
        return Map.of(
                "itemId",
                UUID.randomUUID(),
                "itemVersion",
                1,
                "mark",
                new BigDecimal(mark),
                "maxMark",
                1,
                "indicators",
                List.of("1.2.TC2a", "1.2.TC2b"));
    }

    static Map<String, ?> materialPublished(TestSchools.Small school, UUID material, String title) {
        return Map.of(
                "schoolId",
                school.school(),
                "materialId",
                material,
                "version",
                3,
                "title",
                title,
                "type",
                "VIDEO",
                "subject",
                "khtn",
                "grades",
                List.of(8),
                "licence",
                "CC_BY",
                "publishedAt",
                NOW.toString());
    }

    static Map<String, ?> materialWithdrawn(TestSchools.Small school, UUID material) {
        return Map.of(
                "schoolId", school.school(), "materialId", material, "reason", "x", "withdrawnAt", NOW.toString());
    }
}
