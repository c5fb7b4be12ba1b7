package vn.lopmo.lms.learning.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.live.LiveLessonPolicy.Relation;
import vn.lopmo.lms.learning.live.LiveLessonPolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// Gets live lessons for the caller in hand, or refuses as [LiveLessonPolicy] says.
@ApplicationScoped
class LiveAccess {
    private final CurrentCaller callers;
    private final LiveLessons lessons;
    private final SchoolClasses classes;
    private final Memberships memberships;

    LiveAccess(CurrentCaller callers, LiveLessons lessons, SchoolClasses classes, Memberships memberships) {
        this.callers = callers;
        this.lessons = lessons;
        this.classes = classes;
        this.memberships = memberships;
    }

    LiveLesson lesson(UUID id, Verb verb) {
        var lesson = lessons.get(id, callers.get().schoolId());
        LiveLessonPolicy.check(callers.get(), verb, relation(lesson.classId(), lesson));
        return lesson;
    }

    SchoolClass schoolClass(UUID id, Verb verb) {
        var found = classes.get(id, callers.get().schoolId());
        LiveLessonPolicy.check(callers.get(), verb, relation(id, null));
        return found;
    }

    boolean may(LiveLesson lesson, Verb verb) {
        return LiveLessonPolicy.allows(callers.get(), verb, relation(lesson.classId(), lesson));
    }

    /// The classes that the caller learns or teaches in.
    List<UUID> ownClasses() {
        return memberships.classesOf(callers.get().id()).stream()
                .map(SchoolClass::id)
                .toList();
    }

    private Relation relation(UUID classId, @Nullable LiveLesson lesson) {
        Caller caller = callers.get();
        boolean leads = classes.homeroomOf(classId).filter(caller.id()::equals).isPresent();
        return new Relation(
                caller.schoolId(),
                memberships.teaches(caller.id(), classId),
                leads,
                memberships.learnsIn(caller.id(), classId),
                lesson != null && lesson.teacherId().equals(caller.id()));
    }
}
