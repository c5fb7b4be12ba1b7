package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Looking at a course as its learners do: by the same code that they read it with, for somebody of a class who has
/// done nothing yet, or with what is open to a named learner. Reads only; nothing of it is kept.
@ApplicationScoped
public class CoursePreviews {
    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Memberships memberships;
    private final Studies studies;
    private final RecordReads reads;

    CoursePreviews(
            CurrentCaller callers, CourseAccess access, Memberships memberships, Studies studies, RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.memberships = memberships;
        this.studies = studies;
        this.reads = reads;
    }

    /// The course, if the caller may look at it in that way. That he looks as somebody named is noted.
    ///
    /// @param ofClass null for somebody of no class
    /// @param as      null for somebody who has done nothing yet
    /// @throws Refusal.NotFound if the caller does not see that class in the course, or the named one does not
    // learn
    ///                          in it
    public Course course(UUID id, @Nullable UUID ofClass, @Nullable UUID as) {
        var course = access.course(id, Verb.PREVIEW);
        if (ofClass != null && !access.classesSeenIn(callers.get(), course).contains(ofClass)) {
            throw new Refusal.NotFound("class-not-found");
        }
        if (as != null) {
            if (ofClass == null || !memberships.learnsIn(as, ofClass)) {
                throw new Refusal.NotFound("person-not-found");
            }
            reads.note(callers.get(), as, RecordReads.STANDING);
        }
        return course;
    }

    /// How it lies before a learner. Of a named one it shows what is open, what is done and until when, but nothing
    /// of what he did inside.
    Studies.StudiedCourse studied(Course course, @Nullable UUID ofClass, @Nullable UUID as) {
        if (as == null) {
            return studies.fresh(course.id(), ofClass);
        }
        var his = studies.of(as, course.schoolId(), course.id())
                .orElseThrow(() -> new Refusal.NotFound("person-not-found"));
        return new Studies.StudiedCourse(
                his.id(), his.title(), his.subject(), his.grade(), his.ofClass(), withoutWork(his.lessons()));
    }

    private static List<Standing> withoutWork(List<Standing> standings) {
        return standings.stream()
                .map(one -> new Standing(
                        one.lesson(), Work.none(one.lesson().parts()), one.done(), one.lock(), one.until()))
                .toList();
    }
}
