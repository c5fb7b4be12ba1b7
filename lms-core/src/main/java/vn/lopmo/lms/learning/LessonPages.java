package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.BlockTitles;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.LessonContent;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PlayedBlocks;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;

/// Puts the page of a lesson together: the same for who learns it, who looks at it, and who previews it.
@ApplicationScoped
class LessonPages {
    /// What of a lesson is shown.
    record Shown(int version, LessonContent content) {
        static Shown of(LessonVersion version) {
            return new Shown(version.version(), version.content());
        }
    }

    /// How it lies before somebody who learns it.
    record Learnt(
            Completions.Judged judged,
            @Nullable Lock lock,
            @Nullable Instant until) {
        static Learnt of(Standing standing) {
            return new Learnt(Completions.Judged.of(standing), standing.lock(), standing.until());
        }
    }

    private static final Completions.Judged NOTHING_ASKED = new Completions.Judged(CompletionRule.USUAL, Work.none(0));

    private final Lessons lessons;
    private final BlockTitles titles;
    private final Progresses progresses;
    private final LessonNotes notes;
    private final PlayedBlocks played;
    private final PackageResults results;

    LessonPages(
            Lessons lessons,
            BlockTitles titles,
            Progresses progresses,
            LessonNotes notes,
            PlayedBlocks played,
            PackageResults results) {
        this.lessons = lessons;
        this.titles = titles;
        this.progresses = progresses;
        this.notes = notes;
        this.played = played;
        this.results = results;
    }

    /// @param learnt null for who does not learn it
    /// @param reader whose progress, scores and notes are shown; null for nobody's
    LessonPage page(
            CourseAccess.Placed placed,
            Shown shown,
            Optional<Studies.StudiedCourse> studied,
            @Nullable Learnt learnt,
            @Nullable UUID reader) {
        var id = placed.lesson().id();
        var course = placed.course();
        var content = shown.content;
        var judged = learnt == null ? NOTHING_ASKED : learnt.judged;
        var lock = learnt == null ? null : learnt.lock;
        var neighbours = neighbours(course, studied);
        int place = neighbours.stream().map(LessonPage.Neighbour::id).toList().indexOf(id);
        var progress = learnt == null || reader == null
                ? null
                : progresses.find(reader, id).orElse(null);
        return new LessonPage(
                id,
                shown.version,
                course.id(),
                course.title(),
                course.subject(),
                content.title(),
                content.summary(),
                content.minutes(),
                lock == null ? titles.filledIn(content.blocks(), course.schoolId()) : List.of(),
                content.indicators(),
                place < 0 ? null : LessonPage.Neighbour.at(neighbours, place - 1),
                place < 0 ? null : LessonPage.Neighbour.at(neighbours, place + 1),
                LessonPage.ProgressView.of(progress, judged),
                learnt == null ? List.of() : judged.conditions(),
                lock,
                learnt == null ? null : learnt.until,
                lock == null ? packages(content, course, reader) : List.of(),
                learnt == null || reader == null ? null : notes.of(reader, id));
    }

    private List<LessonPage.Neighbour> neighbours(Course course, Optional<Studies.StudiedCourse> studied) {
        return studied.map(known -> known.lessons().stream()
                        .map(one -> new LessonPage.Neighbour(
                                one.lesson().id(), one.lesson().title()))
                        .toList())
                .orElseGet(() -> lessons.published(List.of(course.id())).stream()
                        .map(one -> new LessonPage.Neighbour(one.id(), one.title()))
                        .toList());
    }

    private List<LessonPage.Played> packages(LessonContent content, Course course, @Nullable UUID reader) {
        var toPlay = played.in(content, course.schoolId());
        var standing = reader == null
                ? Map.<UUID, PackageResult>of()
                : results.of(reader, toPlay.values()).stream()
                        .collect(Collectors.toMap(PackageResult::materialId, Function.identity()));
        return content.blocks().stream()
                .map(block -> block.id())
                .filter(toPlay::containsKey)
                .map(block -> LessonPage.Played.of(block, standing.get(toPlay.get(block))))
                .toList();
    }
}
