package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.MediaStore;
import vn.lopmo.lms.learning.LessonDoor;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Takes in a file for a task, once, however often it is sent. It is handed in with the work that names it.
@Path("/task-uploads/{task}")
class TaskFileSendingResource {
    private static final int LONGEST_NAME = 200;

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final Lessons lessons;
    private final LessonDoor door;
    private final WorkFiles files;
    private final WorkForms forms;
    private final MediaStore store;
    private final WorkFileConfig config;
    private final Clock clock;

    TaskFileSendingResource(
            CurrentCaller callers,
            TaskAccess access,
            Lessons lessons,
            LessonDoor door,
            WorkFiles files,
            WorkForms forms,
            MediaStore store,
            WorkFileConfig config,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.door = door;
        this.files = files;
        this.forms = forms;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /// @param key the device's own number of the file
    @POST
    @Transactional
    @ResponseStatus(201)
    public WorkView.FileView add(UUID task, @RestForm @Nullable UUID key, @RestForm("file") @Nullable FileUpload file) {
        var caller = callers.get();
        var learner = caller.id();
        var placed = access.task(task, Verb.HAND_IN, null);
        door.checkWasOpen(caller, lessons.get(placed.task().lessonId(), caller.schoolId()));
        if (key == null || file == null || file.size() == 0) {
            throw new Refusal.Invalid("work-file-unknown");
        }
        var known = files.sent(learner, task, key);
        var taken = known.orElseGet(() -> take(placed.task(), learner, key, file));
        return WorkView.FileView.of(taken, List.of());
    }

    private WorkFile take(Task task, UUID learner, UUID key, FileUpload file) {
        if (file.size() > config.largest()) {
            throw new Refusal.Invalid("work-file-too-large");
        }
        if (!task.isOpen()) {
            throw new Refusal.Conflict("task-closed");
        }
        if (files.of(learner, task.id()).size() >= config.most()) {
            throw new Refusal.Conflict("work-files-too-many");
        }
        var bytes = read(file);
        var type = WorkFileType.read(bytes, file.uploadedFile())
                .orElseThrow(() -> new Refusal.Invalid("work-file-unknown"));
        if ((long) type.width() * type.height() > config.mostPixels()) {
            throw new Refusal.Invalid("work-file-too-large");
        }
        forms.check(task, learner, type.kind());
        var clean = PictureTraces.without(bytes, type.mediaType());
        var taken = new WorkFile(task, learner, key, nameOf(file), type, clean.length, clock.instant());
        store.put(taken.objectName(), taken.mediaType(), clean);
        files.persistAndFlush(taken);
        return taken;
    }

    private static byte[] read(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Without folders and without anything that a name has no use for.
    static String nameOf(FileUpload file) {
        var sent = file.fileName() == null ? "" : file.fileName();
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var name = VietnameseText.tidy(last.replaceAll("[\\p{C}\"<>|:*?]", ""));
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
