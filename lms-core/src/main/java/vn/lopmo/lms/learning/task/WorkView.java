package vn.lopmo.lms.learning.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A try as people look at it.
///
/// @param mark     for a learner only once it is released
/// @param remark   for a learner only once he may look at it; so are the pins and the passages
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
        List<FileView> files,
        List<PassageView> passages) {

    /// @param pages that can carry remarks; null for a PDF that came before they were counted, until the first remark
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
            @Nullable Integer pages,
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
                    file.pages(),
                    pins.stream()
                            .map(pin -> new PinView(pin.page(), pin.x(), pin.y(), pin.text()))
                            .toList());
        }

        FileView withoutPins() {
            return new FileView(id, sentAs, kind, name, url, mediaType, size, width, height, pages, List.of());
        }
    }

    /// On a page, from 1, at shares of its width and height.
    record PinView(int page, BigDecimal x, BigDecimal y, String text) {}

    /// A remark at a passage of the text, in UTF-16 units: from the first to behind the last.
    record PassageView(int from, int to, String text) {
        static PassageView of(WorkPins.Passage passage) {
            return new PassageView(passage.from(), passage.to(), passage.text());
        }
    }

    static WorkView whole(TaskWork work, List<FileView> files, List<WorkPins.Passage> passages) {
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
                files,
                passages.stream().map(PassageView::of).toList());
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
                        files.stream().map(FileView::withoutPins).toList(),
                        List.of());
    }
}
