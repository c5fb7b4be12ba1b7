package vn.lopmo.lms.course;

import java.util.Optional;

/// How a school's lessons come to their learners (Circular 09/2021/TT-BGDĐT leaves it to the school).
enum LessonRoad {
    /// Authors publish themselves.
    NONE,
    /// The subject group's leader approves.
    GROUP,
    /// The leader, then the head.
    GROUP_HEAD;

    /// Where a lesson that is handed in goes first.
    ///
    /// @param leader whether the subject has a group leader who did not write it himself
    LessonReview.Stage first(boolean leader) {
        return leader ? LessonReview.Stage.GROUP : LessonReview.Stage.HEAD;
    }

    /// Where an approved lesson goes next; empty when it is through.
    Optional<LessonReview.Stage> after(LessonReview.Stage stage) {
        return this == GROUP_HEAD && stage == LessonReview.Stage.GROUP
                ? Optional.of(LessonReview.Stage.HEAD)
                : Optional.empty();
    }
}
