package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// What an erased person handed in goes, the files in the store too. A mark that reached the mark book is the mark
/// book's. His own days go too.
@ApplicationScoped
class ErasedWork {
    private final WorkFiles files;
    private final Rows rows;

    ErasedWork(WorkFiles files, Rows rows) {
        this.files = files;
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        files.remove(files.of(event.personId()));
        files.flush();
        rows.change("delete from task_own_due where learner_id = ?", event.personId());
        rows.change("delete from task_work where learner_id = ?", event.personId());
    }
}
