package vn.lopmo.lms.learning.talk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question with what was written to it.
///
/// @param waiting for the teacher
record QuestionView(
        UUID id,
        UUID courseId,
        String courseTitle,
        UUID lessonId,
        String lessonTitle,
        @Nullable String blockId,
        String learner,
        String className,
        boolean waiting,
        Instant askedAt,
        List<LineView> lines) {

    record LineView(String name, boolean byTeacher, String text, Instant writtenAt) {}

    static List<QuestionView> of(List<Questions.Question> questions, Map<UUID, List<Questions.Line>> lines) {
        return questions.stream()
                .map(one -> new QuestionView(
                        one.id(),
                        one.courseId(),
                        one.courseTitle(),
                        one.lessonId(),
                        one.lessonTitle(),
                        one.blockId(),
                        one.learner(),
                        one.className(),
                        one.waiting(),
                        one.askedAt(),
                        lines.getOrDefault(one.id(), List.of()).stream()
                                .map(line -> new LineView(line.name(), line.byTeacher(), line.text(), line.writtenAt()))
                                .toList()))
                .toList();
    }
}
