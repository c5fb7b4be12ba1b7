package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.platform.refusal.Refusal;

class LessonTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final UUID AUTHOR = UUID.randomUUID();
    private static final LessonContent CONTENT =
            new LessonContent("Bài 16", "", 10, List.of(new Block.Text("a", "<p>Chào</p>")), List.of());

    private final Course course = Course.open(UUID.randomUUID(), UUID.randomUUID(), "KHTN 8", "khtn", 8, NOW);
    private final Lesson lesson = Lesson.open(course, Section.open(course.id(), "Chương I", 1, NOW), 1, NOW);
    private final LessonDraft draft = LessonDraft.begin(lesson.id(), LessonContent.titled("Bài 16"), AUTHOR, NOW);

    @Test
    void aSaveOnTopOfAnotherThanTheLatestIsRefused() {
        draft.save(1, CONTENT, AUTHOR, NOW);

        assertEquals(2, draft.revision());
        assertEquals(
                "changed-meanwhile",
                assertThrows(Refusal.Conflict.class, () -> draft.save(1, CONTENT, AUTHOR, NOW))
                        .slug());
    }

    @Test
    void publishingMakesVersionsAndWorkSinceShows() {
        assertEquals(Lesson.State.DRAFT, lesson.state(draft.revision()));
        draft.save(1, CONTENT, AUTHOR, NOW);

        var first = lesson.publish(draft.content(), draft.revision(), course.teacherId(), NOW);
        assertEquals(1, first.version());
        assertEquals(Lesson.State.PUBLISHED, lesson.state(draft.revision()));

        draft.save(2, CONTENT, AUTHOR, NOW);
        assertEquals(Lesson.State.CHANGED, lesson.state(draft.revision()));
        assertEquals(
                2,
                lesson.publish(draft.content(), draft.revision(), course.teacherId(), NOW)
                        .version());
    }

    @Test
    void anEmptyLessonIsNotPublished() {
        assertThrows(
                Refusal.Conflict.class,
                () -> lesson.publish(draft.content(), draft.revision(), course.teacherId(), NOW));
        assertEquals(Lesson.State.DRAFT, lesson.state(draft.revision()));
    }
}
