package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.event.Outbox;

/// Turns a lesson's draft into the version that learners read, and tells of it.
@ApplicationScoped
class Publishing {
    private final LessonDrafts drafts;
    private final LessonVersions versions;
    private final BlockTitles titles;
    private final Outbox outbox;
    private final CurrentCaller callers;
    private final Clock clock;

    Publishing(
            LessonDrafts drafts,
            LessonVersions versions,
            BlockTitles titles,
            Outbox outbox,
            CurrentCaller callers,
            Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.titles = titles;
        this.outbox = outbox;
        this.callers = callers;
        this.clock = clock;
    }

    /// Publishing what is published already makes no new version.
    LessonVersion publish(CourseAccess.Placed placed, int revision) {
        var lesson = placed.lesson();
        var draft = drafts.getToChange(lesson.id());
        draft.checkIsLatest(revision);
        if (lesson.state(draft.revision()) == Lesson.State.PUBLISHED) {
            return versions.published(lesson);
        }
        titles.checkStillThere(draft.content().blocks(), lesson.schoolId());
        var version = lesson.publish(draft, callers.get().id(), clock.instant());
        versions.persist(version);
        outbox.publish(CoursePublished.of(placed.course(), version));
        return version;
    }
}
