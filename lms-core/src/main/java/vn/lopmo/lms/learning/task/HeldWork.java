package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.course.MediaStore;
import vn.lopmo.platform.person.HeldFiles;
import vn.lopmo.platform.refusal.Refusal;

/// What a learner handed in goes with the copy of all that is held of him.
@ApplicationScoped
class HeldWork implements HeldFiles {
    private final WorkFiles files;
    private final MediaStore store;

    HeldWork(WorkFiles files, MediaStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    @Transactional
    public List<HeldFile> of(UUID personId) {
        return files.of(personId).stream()
                .map(file -> new HeldFile(file.id(), "work_file", file.name(), file.mediaType(), file.size()))
                .toList();
    }

    @Override
    public InputStream open(UUID personId, UUID fileId) {
        return files.findByIdOptional(fileId)
                .filter(file -> file.learnerId().equals(personId))
                .flatMap(file -> store.open(file.objectName()))
                .orElseThrow(() -> new Refusal.NotFound("person-file-gone"));
    }
}
