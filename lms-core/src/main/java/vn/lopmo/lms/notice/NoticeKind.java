package vn.lopmo.lms.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.lopmo.platform.caller.Role;

/// What a notice is about, and whom it is for.
public enum NoticeKind {
    /// A lesson was published for the first time.
    LESSON(Role.STUDENT),
    /// A paper was given to the class.
    PAPER(Role.STUDENT),
    /// A teacher has released a result, the first time or again.
    RESULT(Role.STUDENT, Role.GUARDIAN),
    TASK(Role.STUDENT),
    TASK_MARKED(Role.STUDENT, Role.GUARDIAN),
    /// A task was given back for another try.
    TASK_RETURNED(Role.STUDENT),
    HANDED_IN(Role.TEACHER),
    QUESTION(Role.TEACHER),
    ANSWER(Role.STUDENT),
    /// A teacher asks to catch up.
    REMINDER(Role.STUDENT, Role.GUARDIAN),
    /// A teacher waits for work of a task.
    TASK_REMINDER(Role.STUDENT, Role.GUARDIAN),
    /// A live lesson was set, or moved.
    MEETING(Role.STUDENT),
    /// A lesson waits for one's word before its learners see it.
    REVIEW_ASKED(Role.TEACHER, Role.HEAD),
    /// One's lesson came back with a reason, or was let through.
    REVIEW_RETURNED(Role.TEACHER),
    REVIEW_APPROVED(Role.TEACHER),
    /// A child has gone to another school of this install.
    TRANSFERRED(Role.GUARDIAN),
    /// What a teacher, the head or the administrator says to classes or to the school.
    ANNOUNCEMENT(Role.STUDENT, Role.GUARDIAN, Role.TEACHER, Role.LIBRARIAN, Role.HEAD, Role.ADMIN);

    private final Set<Role> audience;

    NoticeKind(Role... audience) {
        this.audience = Set.of(audience);
    }

    boolean isFor(Set<Role> roles) {
        return audience.stream().anyMatch(roles::contains);
    }

    static List<NoticeKind> of(Set<Role> roles) {
        return Arrays.stream(values()).filter(kind -> kind.isFor(roles)).toList();
    }
}
