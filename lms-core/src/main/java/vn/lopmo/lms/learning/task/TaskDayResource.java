package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.task.OwnDays.Whose;
import vn.lopmo.lms.learning.task.TaskAccess.Placed;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.lms.organisation.LearnerGroups;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Days of a task for one learner or a group. Who writes the course sets them in all its classes, who teaches its
/// subject in one there.
@Path("/task-days/{task}")
class TaskDayResource {
    record Wish(@NotNull Instant dueAt) {}

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final ClassCircle circle;
    private final Memberships memberships;
    private final LearnerGroups groups;
    private final OwnDays own;
    private final MovingDays moving;
    private final RecordReads reads;

    TaskDayResource(
            CurrentCaller callers,
            TaskAccess access,
            ClassCircle circle,
            Memberships memberships,
            LearnerGroups groups,
            OwnDays own,
            MovingDays moving,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.circle = circle;
        this.memberships = memberships;
        this.groups = groups;
        this.own = own;
        this.moving = moving;
        this.reads = reads;
    }

    @GET
    @Transactional
    public List<OwnDays.Day> days(UUID task) {
        return seen(access.task(task, Verb.GIVE_DAY, null));
    }

    @PUT
    @Path("/learners/{learner}")
    @Transactional
    public List<OwnDays.Day> ofLearner(UUID task, UUID learner, @Valid @NotNull Wish wish) {
        var placed = access.task(task, Verb.GIVE_DAY, null);
        checkLearn(placed, Set.of(learner));
        moving.move(placed.task(), () -> own.put(placed.task(), Whose.learner(learner), wish.dueAt));
        return seen(placed);
    }

    @DELETE
    @Path("/learners/{learner}")
    @Transactional
    public List<OwnDays.Day> noneOfLearner(UUID task, UUID learner) {
        var placed = access.task(task, Verb.GIVE_DAY, null);
        checkLearn(placed, Set.of(learner));
        moving.move(placed.task(), () -> own.remove(placed.task(), Whose.learner(learner)));
        return seen(placed);
    }

    @PUT
    @Path("/groups/{group}")
    @Transactional
    public List<OwnDays.Day> ofGroup(UUID task, UUID group, @Valid @NotNull Wish wish) {
        var placed = access.task(task, Verb.GIVE_DAY, null);
        var members = groups.getInHand(callers.get(), group).members();
        checkLearn(placed, members);
        checkNobodyElses(placed, members);
        moving.move(placed.task(), () -> own.put(placed.task(), Whose.group(group), wish.dueAt));
        return seen(placed);
    }

    /// Also of a colleague's group, for it is the task's day.
    @DELETE
    @Path("/groups/{group}")
    @Transactional
    public List<OwnDays.Day> noneOfGroup(UUID task, UUID group) {
        var placed = access.task(task, Verb.GIVE_DAY, null);
        if (seen(placed).stream().noneMatch(day -> group.equals(day.groupId()))) {
            throw new Refusal.NotFound("group-not-found");
        }
        moving.move(placed.task(), () -> own.remove(placed.task(), Whose.group(group)));
        return seen(placed);
    }

    private List<OwnDays.Day> seen(Placed placed) {
        var days = own.of(placed.task(), classesOf(placed));
        reads.noteAll(
                callers.get(),
                days.stream()
                        .map(OwnDays.Day::learnerId)
                        .filter(Objects::nonNull)
                        .toList(),
                RecordReads.WORK);
        return days;
    }

    private Collection<UUID> classesOf(Placed placed) {
        var caller = callers.get();
        return placed.course().isWrittenBy(caller.id())
                ? placed.course().classIds()
                : circle.taughtIn(caller, placed.course());
    }

    /// A group may have members whom its teacher teaches something else.
    ///
    /// @throws Refusal.Invalid if one of them learns the course with a colleague
    private void checkNobodyElses(Placed placed, Set<UUID> members) {
        var mine = classesOf(placed);
        var colleagues = placed.course().classIds().stream().filter(each -> !mine.contains(each));
        if (!Collections.disjoint(learnersOf(colleagues), members)) {
            throw new Refusal.Invalid("day-for-others");
        }
    }

    /// @throws Refusal.Invalid if none of them learns the course where the caller has a say
    private void checkLearn(Placed placed, Set<UUID> learners) {
        if (Collections.disjoint(learnersOf(classesOf(placed).stream()), learners)) {
            throw new Refusal.Invalid("day-for-others");
        }
    }

    private Set<UUID> learnersOf(Stream<UUID> classes) {
        return classes.flatMap(each -> memberships.learnersOf(each).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
    }
}
