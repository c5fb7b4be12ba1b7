package vn.lopmo.lms.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CoursePlanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID LEARNER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID CLASS = UUID.randomUUID();
    private static final UUID OTHER_CLASS = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();

    private final PlannedLesson first = lesson("Bài 1", ONE);
    private final PlannedLesson second = lesson("Bài 2", ONE);
    private final PlannedLesson third = lesson("Bài 3", TWO);

    @Test
    void withoutAWordOfTheTeacherEverythingIsOpen() {
        var all = standings(List.of(), List.of(), Map.of());

        assertTrue(all.stream().allMatch(one -> one.lock() == null && !one.done()));
    }

    @Test
    void whatComesFirstIsNamedUntilItIsDone() {
        var needs = List.of(lessonNeedsLesson(second, first));

        assertEquals(
                new Lock.Needs(List.of(new Lock.LessonName(first.id(), "Bài 1"))),
                standings(needs, List.of(), Map.of()).get(1).lock());
        assertNull(
                standings(needs, List.of(), Map.of(first.id(), read(4))).get(1).lock());
    }

    @Test
    void aSectionWaitsForAllOfAnother() {
        var needs = List.of(new Need(null, TWO, null, ONE));

        var lock = assertInstanceOf(
                Lock.Needs.class,
                standings(needs, List.of(), Map.of(first.id(), read(4))).get(2).lock());

        assertEquals(List.of(new Lock.LessonName(second.id(), "Bài 2")), lock.lessons());
    }

    @Test
    void whatWasFinishedStaysOpen() {
        var over = opening(third.id(), null, null, null, YESTERDAY, true, false);
        var needs = List.of(lessonNeedsLesson(third, first));

        var standing =
                standings(needs, List.of(over), Map.of(third.id(), read(4))).get(2);

        assertTrue(standing.done());
        assertNull(standing.lock());
    }

    @Test
    void afterItsEndALessonIsLateOrOver() {
        var late =
                standings(List.of(), List.of(opening(first.id(), null, null, null, YESTERDAY, false, false)), Map.of());
        var over =
                standings(List.of(), List.of(opening(first.id(), null, null, null, YESTERDAY, true, false)), Map.of());

        assertNull(late.getFirst().lock());
        assertTrue(late.getFirst().isLate(NOW));
        assertEquals(new Lock.Over(YESTERDAY), over.getFirst().lock());
    }

    @Test
    void oneWhoIsExcusedNeedNotDoTheOtherFirst() {
        var needs = List.of(lessonNeedsLesson(second, first));
        var waived = opening(second.id(), null, LEARNER, null, null, false, true);

        assertNull(standings(needs, List.of(waived), Map.of()).get(1).lock());
    }

    /// The narrowest decides: the learner's before the class's before everybody's, the lesson's before the section's.
    static Stream<Arguments> decisions() {
        var open = YESTERDAY;
        var shut = TOMORROW;
        return Stream.of(
                Arguments.of("everybody's lesson", List.of(all("lesson", shut)), true),
                Arguments.of("everybody's section", List.of(all("section", shut)), true),
                Arguments.of("lesson before section", List.of(all("section", shut), all("lesson", open)), false),
                Arguments.of("class before all", List.of(all("lesson", shut), ofClass("lesson", open, CLASS)), false),
                Arguments.of(
                        "another class", List.of(all("lesson", open), ofClass("lesson", shut, OTHER_CLASS)), false),
                Arguments.of(
                        "a class's section before all's lesson",
                        List.of(all("lesson", shut), ofClass("section", open, CLASS)),
                        false),
                Arguments.of(
                        "learner before class",
                        List.of(ofClass("lesson", shut, CLASS), ofLearner("section", open, LEARNER)),
                        false),
                Arguments.of("another learner", List.of(ofLearner("lesson", shut, OTHER)), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void oneSetOfDatesDecides(String name, List<Said> said, boolean locked) {
        var openings = said.stream()
                .map(one -> new Opening(
                        one.of.equals("lesson") ? first.id() : null,
                        one.of.equals("lesson") ? null : ONE,
                        one.classId,
                        one.learnerId,
                        one.opensAt,
                        null,
                        false,
                        false))
                .toList();

        assertEquals(locked, standings(List.of(), openings, Map.of()).getFirst().lock() instanceof Lock.NotYet, name);
    }

    record Said(
            String of,
            Instant opensAt,
            @Nullable UUID classId,
            @Nullable UUID learnerId) {}

    private static Said all(String of, Instant opensAt) {
        return new Said(of, opensAt, null, null);
    }

    private static Said ofClass(String of, Instant opensAt, UUID classId) {
        return new Said(of, opensAt, classId, null);
    }

    private static Said ofLearner(String of, Instant opensAt, UUID learner) {
        return new Said(of, opensAt, null, learner);
    }

    @Test
    void lessonsThatWaitForEachOtherTurnInCircles() {
        var sections = Map.of(first.id(), ONE, second.id(), ONE, third.id(), TWO);

        assertFalse(CoursePlan.turnsInCircles(
                sections, List.of(lessonNeedsLesson(second, first), new Need(null, TWO, null, ONE))));
        assertTrue(CoursePlan.turnsInCircles(sections, List.of(lessonNeedsLesson(first, first))));
        assertTrue(CoursePlan.turnsInCircles(
                sections, List.of(lessonNeedsLesson(second, first), lessonNeedsLesson(first, second))));
        assertTrue(CoursePlan.turnsInCircles(
                sections, List.of(new Need(null, TWO, null, ONE), lessonNeedsLesson(first, third))));
        assertTrue(CoursePlan.turnsInCircles(sections, List.of(new Need(null, ONE, null, ONE))));
    }

    private List<Standing> standings(List<Need> needs, List<Opening> openings, Map<UUID, Work> work) {
        return new CoursePlan(List.of(first, second, third), needs, openings).standings(LEARNER, CLASS, work, NOW);
    }

    private static Need lessonNeedsLesson(PlannedLesson one, PlannedLesson before) {
        return new Need(one.id(), null, before.id(), null);
    }

    private static Opening opening(
            UUID lesson,
            @Nullable UUID ofClass,
            @Nullable UUID learner,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean closes,
            boolean waived) {
        return new Opening(lesson, null, ofClass, learner, from, until, closes, waived);
    }

    private static Work read(int parts) {
        return new Work(4, parts, 60, NOW);
    }

    private static PlannedLesson lesson(String title, UUID section) {
        return new PlannedLesson(UUID.randomUUID(), COURSE, section, 1, title, 10, 4, CompletionRule.USUAL);
    }
}
