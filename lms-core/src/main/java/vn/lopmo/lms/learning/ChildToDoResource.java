package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.learning.Studies.StudiedCourse;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// What a guardian's own child has before him: what is missing, what comes due, and how far he is in each course.
@Path("/my/children/{child}/todo")
class ChildToDoResource {
    /// @param due    lessons not finished and tasks not handed in: those whose day is over first, then the next days'
    /// @param papers that the child has before him
    record ToDoView(Instant at, List<StudentHome.Due> due, List<GivenPapers.Paper> papers, List<CourseLine> courses) {}

    /// @param late lessons whose day is over and that are not finished
    record CourseLine(UUID id, String title, String subject, int done, int total, int late) {
        static CourseLine of(StudiedCourse course, Instant now) {
            var lessons = course.lessons();
            return new CourseLine(
                    course.id(),
                    course.title(),
                    course.subject(),
                    (int) lessons.stream().filter(Standing::done).count(),
                    lessons.size(),
                    (int) lessons.stream().filter(one -> one.isLate(now)).count());
        }
    }

    private final CurrentCaller callers;
    private final Guardianships guardianships;
    private final Studies studies;
    private final ToDo toDo;
    private final GivenPapers papers;
    private final Clock clock;

    ChildToDoResource(
            CurrentCaller callers,
            Guardianships guardianships,
            Studies studies,
            ToDo toDo,
            GivenPapers papers,
            Clock clock) {
        this.callers = callers;
        this.guardianships = guardianships;
        this.studies = studies;
        this.toDo = toDo;
        this.papers = papers;
        this.clock = clock;
    }

    @GET
    @Transactional
    public ToDoView ofChild(UUID child) {
        var caller = callers.get();
        if (!caller.is(Role.GUARDIAN) || !guardianships.guards(caller.id(), child)) {
            throw new Refusal.NotFound("person-not-found");
        }
        var now = clock.instant();
        var school = caller.schoolId();
        var courses = studies.of(child, school);
        return new ToDoView(
                now,
                toDo.of(child, school, courses, now),
                papers.of(child, school, now),
                courses.stream()
                        .filter(course -> !course.lessons().isEmpty())
                        .map(course -> CourseLine.of(course, now))
                        .toList());
    }
}
