package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What a lesson was: every published version, and what its authors left at the end of each sitting. Any of it can be
/// looked at and brought back as the draft; what the draft was before stays in the history too.
@Path("/lessons/{id}/history")
class LessonHistoryResource {
    /// @param version given of a published version, null of an author's sitting
    record Entry(@Nullable UUID snapshot, @Nullable Integer version, String title, int blocks, String by, Instant at) {}

    record State(
            String title, String summary, int minutes, List<Block> blocks, List<String> indicators, LessonPlan plan) {
        static State of(LessonContent content, List<Block> titled) {
            return new State(
                    content.title(),
                    content.summary(),
                    content.minutes(),
                    titled,
                    content.indicators(),
                    content.plan());
        }
    }

    /// One of the two.
    record Wanted(@Nullable UUID snapshot, @Nullable Integer version) {}

    record Restored(int revision) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final LessonHistory history;
    private final LessonVersions versions;
    private final LessonDrafts drafts;
    private final TwinViews people;
    private final BlockTitles titles;
    private final Clock clock;

    LessonHistoryResource(
            CurrentCaller callers,
            CourseAccess access,
            LessonHistory history,
            LessonVersions versions,
            LessonDrafts drafts,
            TwinViews people,
            BlockTitles titles,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.history = history;
        this.versions = versions;
        this.drafts = drafts;
        this.people = people;
        this.titles = titles;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<Entry> all(UUID id) {
        var lesson = access.lesson(id, Verb.READ_DRAFTS).lesson();
        var kept = history.of(id);
        var published = versions.of(id);
        var names = people.names(
                Stream.concat(
                                kept.stream().map(LessonSnapshot::savedBy),
                                published.stream().map(LessonVersion::publishedBy))
                        .distinct()
                        .toList(),
                lesson.schoolId());
        var sittings =
                kept.stream().map(one -> entry(one.id(), null, one.content(), names.get(one.savedBy()), one.savedAt()));
        var issues = published.stream()
                .map(one -> entry(null, one.version(), one.content(), names.get(one.publishedBy()), one.publishedAt()));
        return Stream.concat(issues, sittings)
                .sorted((one, other) -> other.at.compareTo(one.at))
                .toList();
    }

    private static Entry entry(
            @Nullable UUID snapshot,
            @Nullable Integer version,
            LessonContent content,
            @Nullable String by,
            Instant at) {
        return new Entry(snapshot, version, content.title(), content.blocks().size(), by == null ? "" : by, at);
    }

    @GET
    @Path("/snapshots/{snapshot}")
    @Transactional
    public State snapshot(UUID id, UUID snapshot) {
        var lesson = access.lesson(id, Verb.READ_DRAFTS).lesson();
        return view(history.get(id, snapshot).content(), lesson);
    }

    @GET
    @Path("/versions/{version}")
    @Transactional
    public State version(UUID id, int version) {
        var lesson = access.lesson(id, Verb.READ_DRAFTS).lesson();
        return view(published(id, version), lesson);
    }

    private State view(LessonContent content, Lesson lesson) {
        return State.of(content, titles.filledIn(content.blocks(), lesson.schoolId()));
    }

    @POST
    @Path("/restore")
    @Transactional
    public Restored restore(UUID id, @Valid @NotNull Wanted wanted) {
        access.lesson(id, Verb.WRITE);
        var content = wanted.snapshot == null
                ? published(id, wanted.version == null ? 0 : wanted.version)
                : history.get(id, wanted.snapshot).content();
        var draft = drafts.getToChange(id);
        var now = clock.instant();
        var by = callers.get().id();
        history.persist(new LessonSnapshot(id, by, draft.revision(), draft.content(), now));
        draft.replace(content, by, now);
        history.persist(new LessonSnapshot(id, by, draft.revision(), content, now.plusMillis(1)));
        return new Restored(draft.revision());
    }

    private LessonContent published(UUID id, int version) {
        return versions.find(id, version)
                .orElseThrow(() -> new Refusal.NotFound("lesson-state-not-found"))
                .content();
    }
}
