package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lopmo.lms.learning.task.WorkView.FileView;

/// Puts tries together with their files and remarks, a few statements for any number of them.
@ApplicationScoped
class WorkViews {
    private final WorkFiles files;
    private final WorkPins pins;

    WorkViews(WorkFiles files, WorkPins pins) {
        this.files = files;
        this.pins = pins;
    }

    /// As the teacher sees them.
    List<WorkView> whole(List<TaskWork> works) {
        var ids = works.stream().map(TaskWork::id).toList();
        var pinned = ids.isEmpty() ? Map.<UUID, List<WorkPins.Pin>>of() : pins.of(ids);
        var passages = ids.isEmpty() ? Map.<UUID, List<WorkPins.Passage>>of() : pins.passagesOf(ids);
        var byWork = files.ofWorks(ids).stream()
                .collect(Collectors.groupingBy(
                        file -> Objects.requireNonNull(file.workId()),
                        Collectors.mapping(
                                file -> FileView.of(file, pinned.getOrDefault(file.id(), List.of())),
                                Collectors.toList())));
        return works.stream()
                .map(work -> WorkView.whole(
                        work, byWork.getOrDefault(work.id(), List.of()), passages.getOrDefault(work.id(), List.of())))
                .toList();
    }

    /// As the learner and his guardian see them.
    List<WorkView> forLearner(List<TaskWork> works) {
        var views = whole(works);
        return IntStream.range(0, works.size())
                .mapToObj(i -> views.get(i).forLearner(works.get(i).isTold()))
                .toList();
    }
}
