package vn.lopmo.lms.notice.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.platform.sql.Rows;

/// Keeps the days on which tasks are due.
@ApplicationScoped
class DueDays {
    private final Rows rows;
    private final Courses courses;

    DueDays(Rows rows, Courses courses) {
        this.rows = rows;
        this.courses = courses;
    }

    void given(@Observes TaskGiven event) {
        var place = courses.get(event.courseId(), event.schoolId()).title();
        for (var classId : event.classIds()) {
            if (event.dueAt() == null) {
                rows.change("delete from class_due where source_id = ? and class_id = ?", event.taskId(), classId);
            } else {
                rows.change(
                        """
                        insert into class_due (source_id, class_id, school_id, target_id, title, place, due_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (source_id, class_id) do update set title = excluded.title, place = excluded.place,
                          due_at = excluded.due_at, target_id = excluded.target_id""",
                        event.taskId(),
                        classId,
                        event.schoolId(),
                        event.lessonId(),
                        event.title(),
                        place,
                        event.dueAt());
            }
        }
    }
}
