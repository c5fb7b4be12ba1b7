package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import vn.lopmo.lms.organisation.KeptLongEnough;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// What an erased person handed in goes, the files in the store and his own days too; so does, some time after, what a
/// pupil did who left. A mark that reached the mark book is the mark book's.
@ApplicationScoped
class ErasedWork {
    private final WorkFiles files;
    private final Rows rows;

    ErasedWork(WorkFiles files, Rows rows) {
        this.files = files;
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        forget(event.personId());
    }

    void letGo(@Observes KeptLongEnough event) {
        if (event.matter() == KeptLongEnough.Matter.WORK) {
            forget(event.personId());
        }
    }

    private void forget(UUID person) {
        files.remove(files.of(person));
        files.flush();
        rows.change("delete from task_own_due where learner_id = ?", person);
        rows.change("delete from task_work where learner_id = ?", person);
    }
}
