package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Reminding those who are behind, in one go.
@Path("/course-reminders/{course}")
class ReminderResource {
    record Reminder(
            @NotEmpty @Size(max = 500) List<@NotNull UUID> learnerIds,
            @NotBlank @Size(max = 500) String text) {}

    /// @param reminded those who hear of it; whoever was reminded today already is left out
    record Sent(List<UUID> reminded) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Memberships memberships;
    private final Reminders reminders;

    ReminderResource(CurrentCaller callers, CourseAccess access, Memberships memberships, Reminders reminders) {
        this.callers = callers;
        this.access = access;
        this.memberships = memberships;
        this.reminders = reminders;
    }

    @POST
    @Transactional
    public Sent remind(UUID course, @Valid @NotNull Reminder wanted) {
        var found = access.course(course, Verb.REMIND);
        checkLearn(found, wanted.learnerIds);
        return new Sent(
                reminders.remind(found, callers.get().id(), wanted.learnerIds, VietnameseText.tidy(wanted.text)));
    }

    private void checkLearn(Course course, List<UUID> learners) {
        var all = access.classesSeenIn(callers.get(), course).stream()
                .flatMap(each -> memberships.learnersOf(each).stream())
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
        if (!all.containsAll(learners)) {
            throw new Refusal.Invalid("reminder-without-learners");
        }
    }
}
