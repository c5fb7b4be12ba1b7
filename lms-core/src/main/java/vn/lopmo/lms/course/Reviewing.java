package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.SubjectGroups;
import vn.lopmo.platform.caller.CurrentCaller;
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
            Clock clock) {
        this.callers = callers;
        this.roads = roads;
        this.reviews = reviews;
        this.drafts = drafts;
        this.lessons = lessons;
        this.courses = courses;
        this.groups = groups;
        this.publishing = publishing;
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
        boolean leader = groups.leadersOf(lesson.schoolId(), placed.course().subject()).stream()
                .anyMatch(one -> !placed.course().isWrittenBy(one));
        var review = LessonReview.submit(
                placed, draft, road, road.first(leader), callers.get().id(), clock.instant());
        reviews.persist(review);
        return review;
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
    }

    void withdraw(Standing standing) {
        if (!standing.writes) {
            throw new Refusal.Forbidden("not-allowed");
        }
        standing.review.withdraw(callers.get().id(), clock.instant());
    }
}
