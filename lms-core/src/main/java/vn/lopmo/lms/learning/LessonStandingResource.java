package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.BlockTitles;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.PlayedBlocks;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;

/// For the teacher of a course: how far each learner is in a lesson, and in the packages that it shows.
@Path("/lessons/{id}/standing")
class LessonStandingResource {
    /// @param packages in the order of the lesson
    record Sheet(String title, List<Played> packages, List<OfClass> classes) {}

    record Played(UUID materialId, String title) {}

    record OfClass(UUID id, String name, List<Row> learners) {}

    record Row(UUID personId, String name, BigDecimal share, boolean done, List<Result> results) {}

    record Result(
            UUID materialId,
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed,
            Instant at) {
        static Result of(PackageResult result) {
            return new Result(
                    result.materialId(), result.score(), result.completed(), result.passed(), result.scoredAt());
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final LessonVersions versions;
    private final BlockTitles titles;
    private final PlayedBlocks played;
    private final Progresses progresses;
    private final Completions completions;
    private final PackageResults results;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final RecordReads reads;

    LessonStandingResource(
            CurrentCaller callers,
            CourseAccess access,
            LessonVersions versions,
            BlockTitles titles,
            PlayedBlocks played,
            Progresses progresses,
            Completions completions,
            PackageResults results,
            SchoolClasses classes,
            Memberships memberships,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.versions = versions;
        this.titles = titles;
        this.played = played;
        this.progresses = progresses;
        this.completions = completions;
        this.results = results;
        this.classes = classes;
        this.memberships = memberships;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Sheet sheet(UUID id) {
        var placed = access.lesson(id, Verb.READ_STANDING);
        var version = versions.published(placed.lesson());
        var packages = packages(version, placed.lesson().schoolId());
        var ofSchool = classes.ofIds(
                access.classesSeenIn(callers.get(), placed.course()),
                placed.lesson().schoolId());
        return new Sheet(
                version.content().title(),
                packages,
                ofSchool.stream()
                        .map(each -> ofClass(each, id, version, packages))
                        .toList());
    }

    private List<Played> packages(LessonVersion version, UUID schoolId) {
        var toPlay = played.in(version, schoolId);
        return titles.filledIn(version.content().blocks(), schoolId).stream()
                .filter(block -> toPlay.containsKey(block.id()))
                .map(Block.Material.class::cast)
                .map(block -> new Played(
                        toPlay.getOrDefault(block.id(), new UUID(0, 0)), block.title() == null ? "" : block.title()))
                .distinct()
                .toList();
    }

    private OfClass ofClass(SchoolClass schoolClass, UUID lessonId, LessonVersion version, List<Played> packages) {
        var learners = memberships.learnersOf(schoolClass.id());
        var ids = learners.stream().map(person -> person.id()).toList();
        reads.noteAll(callers.get(), ids, RecordReads.STANDING);
        Map<UUID, List<Result>> byLearner = results
                .of(ids, packages.stream().map(Played::materialId).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        PackageResult::learnerId, Collectors.mapping(Result::of, Collectors.toList())));
        var read = progresses.ofLesson(lessonId, ids);
        var judged = completions.judge(ids, version, read);
        var rows = learners.stream()
                .map(person -> row(person.id(), person.name(), judged.get(person.id()), byLearner))
                .toList();
        return new OfClass(schoolClass.id(), schoolClass.name(), rows);
    }

    private static Row row(
            UUID person, String name, Completions.@Nullable Judged judged, Map<UUID, List<Result>> byLearner) {
        return new Row(
                person,
                name,
                judged == null ? BigDecimal.ZERO : judged.work().share(),
                judged != null && judged.isDone(),
                byLearner.getOrDefault(person, List.of()));
    }
}
