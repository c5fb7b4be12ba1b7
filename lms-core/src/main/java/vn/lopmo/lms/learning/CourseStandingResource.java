package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;

/// For the teacher of a course: who is behind, and on what.
@Path("/course-standing/{course}")
class CourseStandingResource {
    /// A pupil who is so many lessons behind the middle of his class is looked at even if nothing has an end.
    private static final int BEHIND = 2;

    record Sheet(
            UUID courseId,
            String title,
            boolean mayRemind,
            boolean mayEdit,
            Instant at,
            List<LessonName> lessons,
            List<OfClass> classes) {}

    record LessonName(UUID id, String title) {}

    /// @param pace    how many lessons the pupil in the middle of the class has finished
    /// @param lessons in the order of the course
    record OfClass(UUID id, String name, int pace, List<OfLesson> lessons, List<Row> learners) {}

    record OfLesson(UUID id, int done, int begun, int late) {}

    /// @param behind how many lessons fewer than the pace
    /// @param slow   somebody for the teacher to look at
    /// @param at     where he is: what is late first, else the first that is open and not done
    record Row(
            UUID personId,
            String name,
            int done,
            int behind,
            boolean slow,
            List<Late> late,
            @Nullable At at,
            @Nullable Instant seenAt,
            @Nullable Instant remindedAt) {}

    record Late(UUID lessonId, Instant until) {}

    /// @param missing what finishing it still takes
    record At(UUID lessonId, BigDecimal share, List<ConditionView> missing) {
        static At of(Standing standing) {
            return new At(
                    standing.lesson().id(),
                    standing.share(),
                    ConditionView.of(standing.lesson().rule(), standing.work()).stream()
                            .filter(condition -> !condition.met())
                            .toList());
        }
    }

    private record Learner(Person person, List<Standing> standings) {
        int done() {
            return (int) standings.stream().filter(Standing::done).count();
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final CourseStandings standings;
    private final Reminders reminders;
    private final RecordReads reads;

    CourseStandingResource(
            CurrentCaller callers,
            CourseAccess access,
            SchoolClasses classes,
            Memberships memberships,
            CourseStandings standings,
            Reminders reminders,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.classes = classes;
        this.memberships = memberships;
        this.standings = standings;
        this.reminders = reminders;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Sheet sheet(UUID course) {
        var found = access.course(course, Verb.READ_STANDING);
        var seen = access.classesSeenIn(callers.get(), found);
        var members = seen.stream().collect(Collectors.toMap(id -> id, memberships::learnersOf));
        var ids =
                members.values().stream().flatMap(List::stream).map(Person::id).toList();
        reads.noteAll(callers.get(), ids, RecordReads.STANDING);
        var read = standings.of(found, ids);
        var reminded = reminders.today(found);
        return new Sheet(
                found.id(),
                found.title(),
                access.mayRemind(found),
                CoursePolicy.mayEdit(callers.get(), found),
                read.now,
                read.lessons.stream()
                        .map(one -> new LessonName(one.id(), one.title()))
                        .toList(),
                classes.ofIds(seen, found.schoolId()).stream()
                        .map(each -> ofClass(each, members.getOrDefault(each.id(), List.of()), read, reminded))
                        .toList());
    }

    private static OfClass ofClass(
            SchoolClass each, List<Person> members, CourseStandings.Read read, Map<UUID, Instant> reminded) {
        var learners = members.stream()
                .map(person -> new Learner(person, read.of(person.id(), each.id())))
                .toList();
        int pace = middle(learners.stream().map(Learner::done).sorted().toList());
        return new OfClass(
                each.id(),
                each.name(),
                pace,
                IntStream.range(0, read.lessons.size())
                        .mapToObj(place -> ofLesson(read, place, learners))
                        .toList(),
                learners.stream()
                        .map(one -> row(one, pace, reminded.get(one.person.id()), read.now))
                        .toList());
    }

    /// Of an even number the lower of the two in the middle, so that nobody is called slow too soon.
    private static int middle(List<Integer> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }

    private static OfLesson ofLesson(CourseStandings.Read read, int place, List<Learner> learners) {
        var all = learners.stream().map(one -> one.standings.get(place)).toList();
        return new OfLesson(
                read.lessons.get(place).id(),
                (int) all.stream().filter(Standing::done).count(),
                (int) all.stream().filter(one -> !one.done() && one.isBegun()).count(),
                (int) all.stream().filter(one -> one.isLate(read.now)).count());
    }

    private static Row row(Learner learner, int pace, @Nullable Instant reminded, Instant now) {
        var late = learner.standings.stream()
                .filter(one -> one.isLate(now))
                .map(one -> new Late(one.lesson().id(), Objects.requireNonNullElse(one.until(), now)))
                .toList();
        int behind = Math.max(0, pace - learner.done());
        return new Row(
                learner.person.id(),
                learner.person.name(),
                learner.done(),
                behind,
                !late.isEmpty() || behind >= BEHIND,
                late,
                at(learner, now),
                learner.standings.stream()
                        .map(one -> one.work().seenAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                reminded);
    }

    private static @Nullable At at(Learner learner, Instant now) {
        var late = learner.standings.stream().filter(one -> one.isLate(now)).findFirst();
        return late.or(() -> learner.standings.stream()
                        .filter(one -> !one.done() && one.lock() == null)
                        .findFirst())
                .map(At::of)
                .orElse(null);
    }
}
