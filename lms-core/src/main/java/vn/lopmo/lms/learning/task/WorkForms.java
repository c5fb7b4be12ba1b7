package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.platform.refusal.Refusal;

/// In which forms a learner may do a task: those that its teacher asks for. Of whom no pictures and no voice are taken,
/// he writes or hands in a document where the others take a photograph or speak.
@ApplicationScoped
class WorkForms {
    private static final Set<WorkKind> RECORDINGS = EnumSet.of(WorkKind.PICTURE, WorkKind.VOICE);

    private final Uses uses;

    WorkForms(Uses uses) {
        this.uses = uses;
    }

    /// Those of the learners whose pictures and voices are not taken.
    Set<UUID> withoutRecordings(UUID schoolId, Collection<UUID> learners) {
        return uses.off(Uses.Use.RECORDINGS, schoolId, learners);
    }

    static Set<WorkKind> instead(Set<WorkKind> asked) {
        var forms = EnumSet.noneOf(WorkKind.class);
        forms.addAll(asked);
        if (forms.removeAll(RECORDINGS)) {
            forms.add(WorkKind.TEXT);
            forms.add(WorkKind.FILE);
        }
        return forms;
    }

    void check(Task task, UUID learner, WorkKind kind) {
        boolean off = uses.isOff(Uses.Use.RECORDINGS, task.schoolId(), learner);
        if (off && RECORDINGS.contains(kind)) {
            throw new Refusal.Invalid("recordings-stopped");
        }
        if (!task.takes(kind) && !(off && instead(task.kinds()).contains(kind))) {
            throw new Refusal.Invalid("work-kind-not-taken");
        }
    }
}
