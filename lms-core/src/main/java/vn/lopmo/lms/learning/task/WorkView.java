package vn.lopmo.lms.learning.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A try as people look at it.
///
/// @param mark     for a learner only once it is released
/// @param remark   for a learner only once he may look at it; so are the pins
/// @param revision what the teacher's next change names
record WorkView(
        UUID id,
        int number,
        TaskWork.State state,
        String text,
        Instant handedInAt,
        Instant finishedAt,
        boolean late,
        @Nullable BigDecimal mark,
        String remark,
        int revision,
        List<FileView> files) {

    record FileView(
            UUID id,
            UUID sentAs,
            WorkKind kind,
            String name,
            String url,
            String mediaType,
            long size,
            int width,
            int height,
            List<PinView> pins) {
        static FileView of(WorkFile file, List<WorkPins.Pin> pins) {
            return new FileView(
                    file.id(),
                    file.sentAs(),
                    file.kind(),
                    file.name(),
                    "/api/lms/task-files/" + file.id(),
                    file.mediaType(),
                    file.size(),
                    file.width(),
                    file.height(),
                    pins.stream()
                            .map(pin -> new PinView(pin.x(), pin.y(), pin.text()))
                            .toList());
        }
    }

    /// At shares of the picture's width and height.
    record PinView(BigDecimal x, BigDecimal y, String text) {}

    static WorkView whole(TaskWork work, List<FileView> files) {
        return new WorkView(
                work.id(),
                work.number(),
                work.state(),
                work.text(),
                work.handedInAt(),
                work.finishedAt(),
                work.isLate(),
                work.mark(),
                work.remark(),
                work.revision(),
                files);
    }

    /// Without what the teacher has not let go of.
    WorkView forLearner(boolean told) {
        return told
                ? this
                : new WorkView(
                        id,
                        number,
                        state,
                        text,
                        handedInAt,
                        finishedAt,
                        late,
                        null,
                        "",
                        0,
                        files.stream()
                                .map(file -> new FileView(
                                        file.id,
                                        file.sentAs,
                                        file.kind,
                                        file.name,
                                        file.url,
                                        file.mediaType,
                                        file.size,
                                        file.width,
                                        file.height,
                                        List.of()))
                                .toList());
    }
}
