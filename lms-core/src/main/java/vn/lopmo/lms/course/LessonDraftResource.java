package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Writing a lesson: the draft saved as the teacher types, and publishing it.
@Path("/lessons/{id}")
class LessonDraftResource {
    record Draft(
            UUID id,
            UUID courseId,
            String courseTitle,
            UUID sectionId,
            String title,
            String summary,
            int minutes,
            List<Block> blocks,
            List<String> indicators,
            LessonPlan plan,
            List<TwinView> twins,
            int revision,
            Instant savedAt,
            @Nullable Integer publishedVersion,
            @Nullable Instant publishedAt) {
        static Draft of(
                CourseAccess.Placed placed,
                LessonDraft draft,
                List<Block> blocks,
                List<TwinView> twins,
                Optional<LessonVersion> last) {
            var lesson = placed.lesson();
            var content = draft.content();
            return new Draft(
                    lesson.id(),
                    lesson.courseId(),
                    placed.course().title(),
                    lesson.sectionId(),
                    content.title(),
                    content.summary(),
                    content.minutes(),
                    blocks,
                    content.indicators(),
                    content.plan(),
                    twins,
                    draft.revision(),
                    draft.savedAt(),
                    last.map(LessonVersion::version).orElse(null),
                    last.map(LessonVersion::publishedAt).orElse(null));
        }
    }

    record Work(
            int revision,

            @NotNull @Size(max = LessonContent.LONGEST_TITLE)
            String title,

            @Nullable @Size(max = LessonContent.LONGEST_SUMMARY)
            String summary,

            @Nullable @Min(0) @Max(LessonContent.MOST_MINUTES)
            Integer minutes,

            @NotNull List<@NotNull Block> blocks,
            @Nullable List<@NotNull String> indicators,
            @Nullable LessonPlan plan) {
        /// @param before what of it stays where nothing is said
        LessonContent content(LessonContent before) {
            return new LessonContent(
                    title,
                    summary == null ? "" : summary,
                    minutes == null ? 0 : minutes,
                    blocks,
                    indicators == null ? List.of() : indicators,
                    plan == null ? before.plan() : plan);
        }
    }

    record Saved(int revision, Instant savedAt) {}

    record Wanted(int revision) {}

    record Published(int version, Instant publishedAt) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final TwinViews twins;
    private final LessonHistory history;
    private final LessonDrafts drafts;
    private final Lessons lessons;
    private final LessonVersions versions;
    private final Publishing publishing;
    private final BlockTitles titles;
    private final IndicatorList framework;
    private final Clock clock;

    LessonDraftResource(
            CurrentCaller callers,
            CourseAccess access,
            TwinViews twins,
            LessonHistory history,
            LessonDrafts drafts,
            Lessons lessons,
            LessonVersions versions,
            Publishing publishing,
            BlockTitles titles,
            IndicatorList framework,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.twins = twins;
        this.history = history;
        this.drafts = drafts;
        this.lessons = lessons;
        this.versions = versions;
        this.publishing = publishing;
        this.titles = titles;
        this.framework = framework;
        this.clock = clock;
    }

    @GET
    @Path("/draft")
    @Transactional
    public Draft draft(UUID id) {
        var placed = access.lesson(id, Verb.READ_DRAFTS);
        var draft = drafts.get(id);
        var blocks = titles.filledIn(draft.content().blocks(), placed.lesson().schoolId());
        var last = Optional.ofNullable(placed.lesson().publishedVersion()).flatMap(number -> versions.find(id, number));
        return Draft.of(placed, draft, blocks, twins.of(draft, placed.lesson().schoolId()), last);
    }

    @PUT
    @Path("/draft")
    @Transactional
    public Saved save(UUID id, @Valid @NotNull Work work) {
        access.lesson(id, Verb.WRITE);
        var draft = drafts.getToChange(id);
        var content = work.content(draft.content()).checked(framework);
        var by = callers.get().id();
        draft.save(work.revision, content, by, clock.instant());
        history.keep(draft, by, clock.instant());
        return new Saved(draft.revision(), draft.savedAt());
    }

    @POST
    @Path("/publish")
    @Transactional
    public Published publish(UUID id, @NotNull Wanted wanted) {
        var version = publishing.publish(access.lesson(id, Verb.WRITE), wanted.revision);
        return new Published(version.version(), version.publishedAt());
    }

    @DELETE
    @Transactional
    public void delete(UUID id) {
        var lesson = access.lesson(id, Verb.WRITE).lesson();
        if (lesson.publishedVersion() != null) {
            throw new Refusal.Conflict("lesson-published");
        }
        drafts.deleteById(id);
        lessons.delete(lesson);
    }
}
