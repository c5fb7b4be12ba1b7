package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.refusal.Refusal;

/// Turns a lesson's draft into the version that learners read, and tells of it.
@ApplicationScoped
class Publishing {
    private final LessonDrafts drafts;
    private final LessonVersions versions;
    private final BlockTitles titles;
    private final SchoolRoads roads;
    private final Outbox outbox;
    private final Event<LessonPublished> published;
    private final CurrentCaller callers;
    private final Clock clock;

    Publishing(
            LessonDrafts drafts,
            LessonVersions versions,
            BlockTitles titles,
            SchoolRoads roads,
            Outbox outbox,
            Event<LessonPublished> published,
            CurrentCaller callers,
            Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.titles = titles;
        this.roads = roads;
        this.outbox = outbox;
        this.published = published;
        this.callers = callers;
        this.clock = clock;
    }

    /// Publishing what is published already makes no new version.
    ///
    /// @throws Refusal.Conflict where the school wants lessons reviewed first
    LessonVersion publish(CourseAccess.Placed placed, int revision) {
        var lesson = placed.lesson();
        var draft = drafts.getToChange(lesson.id());
        draft.checkIsLatest(revision);
        if (lesson.state(draft.revision()) == Lesson.State.PUBLISHED) {
            return versions.published(lesson);
        }
        if (roads.of(lesson.schoolId()) != LessonRoad.NONE) {
            throw new Refusal.Conflict("lesson-needs-review");
        }
        checkPublishable(placed, draft);
        return issue(placed, draft.content(), draft.revision());
    }

    void checkPublishable(CourseAccess.Placed placed, LessonDraft draft) {
        draft.checkDecided();
        titles.checkStillThere(draft.content().blocks(), placed.lesson().schoolId());
    }

    /// What was handed in comes before the learners, though the draft may have gone on.
    void publishApproved(CourseAccess.Placed placed, LessonReview review) {
        titles.checkStillThere(review.content().blocks(), review.schoolId());
        issue(placed, review.content(), review.revision());
    }

    private LessonVersion issue(CourseAccess.Placed placed, LessonContent content, int revision) {
        var version = placed.lesson().publish(content, revision, callers.get().id(), clock.instant());
        versions.persist(version);
        outbox.publish(CoursePublished.of(placed.course(), version));
        published.fire(LessonPublished.of(placed.course(), version));
        return version;
    }
}
