package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.LessonDrafts;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// A course and its lessons as the learner of a class gets them, for those who teach it.
@Path("/course-previews/{course}")
class CoursePreviewResource {
    /// For whom it may be looked at.
    ///
    /// @param drafts whether drafts may be too
    record Choice(UUID id, String title, boolean drafts, List<OfClass> classes) {}

    record OfClass(UUID id, String name, List<Learner> learners) {}

    record Learner(UUID id, String name) {
        static Learner of(Person person) {
            return new Learner(person.id(), person.name());
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final CourseShelf shelf;
    private final CoursePreviews previews;
    private final Memberships memberships;
    private final Sections sections;
    private final LessonVersions versions;
    private final LessonDrafts drafts;
    private final Completions completions;
    private final LessonPages pages;

    CoursePreviewResource(
            CurrentCaller callers,
            CourseAccess access,
            CourseShelf shelf,
            CoursePreviews previews,
            Memberships memberships,
            Sections sections,
            LessonVersions versions,
            LessonDrafts drafts,
            Completions completions,
            LessonPages pages) {
        this.callers = callers;
        this.access = access;
        this.shelf = shelf;
        this.previews = previews;
        this.memberships = memberships;
        this.sections = sections;
        this.versions = versions;
        this.drafts = drafts;
        this.completions = completions;
        this.pages = pages;
    }

    @GET
    @Path("/choice")
    @Transactional
    public Choice choice(UUID course) {
        var caller = callers.get();
        var found = previews.course(course, null, null);
        var seen = access.classesSeenIn(caller, found);
        return new Choice(
                found.id(),
                found.title(),
                CoursePolicy.mayEdit(caller, found) || caller.isAny(Role.HEAD, Role.ADMIN),
                shelf.classNames(found).stream()
                        .filter(each -> seen.contains(each.id()))
                        .map(this::ofClass)
                        .toList());
    }

    private OfClass ofClass(CourseShelf.ClassName name) {
        var learners = memberships.learnersOf(name.id()).stream().map(Learner::of);
        return new OfClass(name.id(), name.name(), learners.toList());
    }

    @GET
    @Transactional
    public CourseOutline course(
            UUID course, @QueryParam("class") @Nullable UUID ofClass, @QueryParam("as") @Nullable UUID as) {
        var found = previews.course(course, ofClass, as);
        var studied = previews.studied(found, ofClass, as);
        return CourseOutline.learnt(
                found,
                ofClass == null ? List.of() : List.of(studied.ofClass()),
                sections.of(found.id()),
                studied.lessons());
    }

    /// A draft has no door: it is shown whatever holds the published lesson back.
    @GET
    @Path("/lessons/{lesson}")
    @Transactional
    public LessonPage lesson(
            UUID course,
            UUID lesson,
            @QueryParam("class") @Nullable UUID ofClass,
            @QueryParam("as") @Nullable UUID as,
            @QueryParam("draft") boolean draft) {
        var found = previews.course(course, ofClass, as);
        var placed = access.lesson(lesson, draft ? Verb.READ_DRAFTS : Verb.PREVIEW);
        if (!placed.course().id().equals(found.id())) {
            throw new Refusal.NotFound("lesson-not-found");
        }
        var studied = previews.studied(found, ofClass, as);
        return draft ? ofDraft(placed, studied) : published(placed, studied);
    }

    private LessonPage published(CourseAccess.Placed placed, Studies.StudiedCourse studied) {
        var version = versions.published(placed.lesson());
        var learnt = studied.lesson(placed.lesson().id()).map(LessonPages.Learnt::of);
        return pages.page(placed, LessonPages.Shown.of(version), Optional.of(studied), learnt.orElse(null), null);
    }

    private LessonPage ofDraft(CourseAccess.Placed placed, Studies.StudiedCourse studied) {
        var id = placed.lesson().id();
        var content = drafts.contentOf(id);
        var until = studied.lesson(id).map(standing -> standing.until()).orElse(null);
        var learnt = new LessonPages.Learnt(completions.beforeIt(id, content), null, until);
        return pages.page(placed, new LessonPages.Shown(0, content), Optional.of(studied), learnt, null);
    }
}
