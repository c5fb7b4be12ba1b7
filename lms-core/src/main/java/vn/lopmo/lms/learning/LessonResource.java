package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.BlockTitles;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PlayedBlocks;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Reading a published lesson.
@Path("/lessons/{id}")
class LessonResource {
    record View(
            UUID id,
            int version,
            UUID courseId,
            String courseTitle,
            String subject,
            String title,
            String summary,
            int minutes,
            List<Block> blocks,
            List<String> indicators,
            @Nullable Neighbour previous,
            @Nullable Neighbour next,
            ProgressView progress,
            List<ConditionView> conditions,
            @Nullable Lock lock,
            @Nullable Instant until,
            List<Played> packages,
            LessonNotes.@Nullable Note note) {}

    /// A block that is played, and how the caller stands in it.
    record Played(
            String blockId,
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed) {
        static Played of(String blockId, @Nullable PackageResult result) {
            return result == null
                    ? new Played(blockId, null, false, null)
                    : new Played(blockId, result.score(), result.completed(), result.passed());
        }
    }

    record Neighbour(UUID id, String title) {
        static @Nullable Neighbour at(List<Neighbour> lessons, int index) {
            return index < 0 || index >= lessons.size() ? null : lessons.get(index);
        }
    }

    record ProgressView(List<String> seen, @Nullable String lastBlock, int seconds, BigDecimal share, boolean done) {
        static ProgressView of(@Nullable LessonProgress progress, Completions.Judged judged) {
            return progress == null
                    ? new ProgressView(List.of(), null, 0, BigDecimal.ZERO, judged.isDone())
                    : new ProgressView(
                            progress.seen(),
                            progress.lastBlock(),
                            progress.seconds(),
                            judged.work().share(),
                            judged.isDone());
        }
    }

    record Report(
            int version,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 40) String> seen,
            @Nullable @Size(max = 40) String lastBlock,
            @Min(0) int seconds) {}

    record Standing(BigDecimal share, boolean done, List<ConditionView> conditions) {}

    private static final Completions.Judged NOTHING_ASKED = new Completions.Judged(CompletionRule.USUAL, Work.none(0));

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Lessons lessons;
    private final LessonVersions versions;
    private final BlockTitles titles;
    private final Progresses progresses;
    private final Reading reading;
    private final Studies studies;
    private final LessonDoor door;
    private final LessonNotes notes;
    private final PlayedBlocks played;
    private final PackageResults results;

    LessonResource(
            CurrentCaller callers,
            CourseAccess access,
            Lessons lessons,
            LessonVersions versions,
            BlockTitles titles,
            Progresses progresses,
            Reading reading,
            Studies studies,
            LessonDoor door,
            LessonNotes notes,
            PlayedBlocks played,
            PackageResults results) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.versions = versions;
        this.titles = titles;
        this.progresses = progresses;
        this.reading = reading;
        this.studies = studies;
        this.door = door;
        this.notes = notes;
        this.played = played;
        this.results = results;
    }

    /// To whom it is not open it says why, and shows nothing of what is in it.
    @GET
    @Transactional
    public View read(UUID id) {
        var caller = callers.get();
        var placed = access.lesson(id, Verb.READ);
        var version = versions.published(placed.lesson());
        var studied = caller.is(Role.STUDENT)
                ? studies.of(caller.id(), caller.schoolId(), placed.course().id())
                : Optional.<Studies.StudiedCourse>empty();
        var standing = studied.flatMap(course -> course.lesson(id)).orElse(null);
        var lock = standing == null ? null : standing.lock();
        var progress =
                standing == null ? null : progresses.find(caller.id(), id).orElse(null);
        var judged = standing == null ? NOTHING_ASKED : Completions.Judged.of(standing);
        var neighbours = neighbours(placed.course(), studied);
        int place = neighbours.stream().map(Neighbour::id).toList().indexOf(id);
        var content = version.content();
        return new View(
                id,
                version.version(),
                placed.course().id(),
                placed.course().title(),
                placed.course().subject(),
                content.title(),
                content.summary(),
                content.minutes(),
                lock == null ? titles.filledIn(content.blocks(), caller.schoolId()) : List.of(),
                content.indicators(),
                Neighbour.at(neighbours, place - 1),
                Neighbour.at(neighbours, place + 1),
                ProgressView.of(progress, judged),
                standing == null ? List.of() : judged.conditions(),
                lock,
                standing == null ? null : standing.until(),
                lock == null ? packages(version, caller) : List.of(),
                standing == null ? null : notes.of(caller.id(), id));
    }

    private List<Neighbour> neighbours(Course course, Optional<Studies.StudiedCourse> studied) {
        return studied.map(known -> known.lessons().stream()
                        .map(one ->
                                new Neighbour(one.lesson().id(), one.lesson().title()))
                        .toList())
                .orElseGet(() -> lessons.published(List.of(course.id())).stream()
                        .map(one -> new Neighbour(one.id(), one.title()))
                        .toList());
    }

    private List<Played> packages(LessonVersion version, Caller caller) {
        var toPlay = played.in(version, caller.schoolId());
        var standing = results.of(caller.id(), toPlay.values()).stream()
                .collect(Collectors.toMap(PackageResult::materialId, Function.identity()));
        return version.blockIds().stream()
                .filter(toPlay::containsKey)
                .map(block -> Played.of(block, standing.get(toPlay.get(block))))
                .toList();
    }

    /// A page that was opened before a new version came reports against the version that it shows.
    @PUT
    @Path("/progress")
    @Transactional
    public Standing report(UUID id, @Valid @NotNull Report report) {
        var caller = callers.get();
        var lesson = access.lesson(id, Verb.READ).lesson();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        door.checkWasOpen(caller, lesson);
        var version = versions.find(id, report.version).orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
        var judged = reading.report(
                lesson, version, caller.id(), new Reading.Report(report.seen, report.lastBlock, report.seconds));
        return new Standing(judged.work().share(), judged.isDone(), judged.conditions());
    }
}
