package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.LessonReviewMoved.Step;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SubjectGroups;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Takes lessons along the school's road to their learners.
@ApplicationScoped
class Reviewing {
    private final CurrentCaller callers;
    private final SchoolRoads roads;
    private final LessonReviews reviews;
    private final LessonDrafts drafts;
    private final Lessons lessons;
    private final Courses courses;
    private final SubjectGroups groups;
    private final Publishing publishing;
    private final People people;
    private final Event<LessonReviewMoved> moved;
    private final Clock clock;

    Reviewing(
            CurrentCaller callers,
            SchoolRoads roads,
            LessonReviews reviews,
            LessonDrafts drafts,
            Lessons lessons,
            Courses courses,
            SubjectGroups groups,
            Publishing publishing,
            People people,
            Event<LessonReviewMoved> moved,
            Clock clock) {
        this.callers = callers;
        this.roads = roads;
        this.reviews = reviews;
        this.drafts = drafts;
        this.lessons = lessons;
        this.courses = courses;
        this.groups = groups;
        this.publishing = publishing;
        this.people = people;
        this.moved = moved;
        this.clock = clock;
    }

    /// A review with what the caller is to it.
    record Standing(LessonReview review, Course course, boolean leads, boolean writes, boolean mayDecide) {}

    LessonReview submit(CourseAccess.Placed placed, int revision) {
        var lesson = placed.lesson();
        var road = roads.of(lesson.schoolId());
        if (road == LessonRoad.NONE) {
            throw new Refusal.Conflict("no-review-here");
        }
        var draft = drafts.getToChange(lesson.id());
        draft.checkIsLatest(revision);
        reviews.open(lesson.id()).ifPresent(open -> {
            throw new Refusal.Conflict("in-review-already");
        });
        publishing.checkPublishable(placed, draft);
        boolean leader = !leadersFor(placed.course()).isEmpty();
        var review = LessonReview.submit(
                placed, draft, road, road.first(leader), callers.get().id(), clock.instant());
        reviews.persist(review);
        tell(review, placed.course());
        return review;
    }

    /// Nobody decides on what he writes himself.
    private Set<UUID> leadersFor(Course course) {
        return groups.leadersOf(course.schoolId(), course.subject()).stream()
                .filter(one -> !course.isWrittenBy(one))
                .collect(Collectors.toSet());
    }

    private void tell(LessonReview review, Course course) {
        moved.fire(new LessonReviewMoved(
                review.schoolId(),
                review.id(),
                review.lessonId(),
                review.content().title(),
                course.title(),
                step(review.stage()),
                concerned(review, course),
                review.reason(),
                clock.instant()));
    }

    private static Step step(LessonReview.Stage stage) {
        return switch (stage) {
            case GROUP, HEAD -> Step.ASKED;
            case RETURNED -> Step.RETURNED;
            case APPROVED -> Step.APPROVED;
            case WITHDRAWN -> Step.WITHDRAWN;
        };
    }

    private Set<UUID> concerned(LessonReview review, Course course) {
        return switch (review.stage()) {
            case GROUP -> leadersFor(course);
            case HEAD ->
                people.withRole(course.schoolId(), Role.HEAD).stream()
                        .map(Person::id)
                        .filter(one -> !course.isWrittenBy(one))
                        .collect(Collectors.toSet());
            case RETURNED, APPROVED -> writers(course);
            case WITHDRAWN -> Set.of();
        };
    }

    private static Set<UUID> writers(Course course) {
        var writers = new HashSet<>(course.authorIds());
        writers.add(course.teacherId());
        return writers;
    }

    /// @throws Refusal.NotFound if it is another school's, or none of the caller's business
    Standing get(UUID id) {
        var standing = standing(reviews.get(id, callers.get().schoolId()));
        if (!LessonReviewPolicy.mayRead(callers.get(), standing.leads, standing.writes)) {
            throw new Refusal.NotFound("review-not-found");
        }
        return standing;
    }

    Standing standing(LessonReview review) {
        var caller = callers.get();
        var lesson = lessons.get(review.lessonId(), caller.schoolId());
        var course = courses.get(lesson.courseId(), caller.schoolId());
        boolean leads = groups.leads(caller.id(), review.subject());
        boolean writes = course.isWrittenBy(caller.id());
        boolean decides = LessonReviewPolicy.mayDecide(caller, review.stage(), leads, writes);
        return new Standing(review, course, leads, writes, decides);
    }

    /// What waits for the caller's word.
    List<Standing> waiting() {
        var open = List.of(LessonReview.Stage.GROUP, LessonReview.Stage.HEAD);
        return reviews.waiting(callers.get().schoolId(), open).stream()
                .map(this::standing)
                .filter(Standing::mayDecide)
                .toList();
    }

    /// @param reason why it is given back; null to let it go on
    void decide(Standing standing, @Nullable String reason) {
        if (!standing.mayDecide) {
            standing.review.checkOpen();
            throw new Refusal.Forbidden("not-allowed");
        }
        var by = callers.get().id();
        if (reason != null) {
            standing.review.giveBack(by, reason, clock.instant());
        } else if (standing.review.approve(by, clock.instant())) {
            var lesson = lessons.get(standing.review.lessonId(), standing.review.schoolId());
            publishing.publishApproved(new CourseAccess.Placed(lesson, standing.course), standing.review);
        }
        tell(standing.review, standing.course);
    }

    void withdraw(Standing standing) {
        if (!standing.writes) {
            throw new Refusal.Forbidden("not-allowed");
        }
        standing.review.withdraw(callers.get().id(), clock.instant());
        tell(standing.review, standing.course);
    }
}
