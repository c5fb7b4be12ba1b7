package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;

/// Writing a lesson while others write it too. An open page sends what was touched, numbered, as often as it takes
/// until it is answered, and learns what the others did; with nothing to send it only asks.
@Path("/lessons/{id}/draft/changes")
class DraftChangesResource {
    /// @param seq counts this page's changes from 1; asking alone carries the last one
    /// @param at the block in which the person writes
    /// @param closing whether the page is being left
    record Work(
            @NotNull UUID device,
            @Min(0) long seq,
            @Min(0) int known,
            @Nullable @Size(max = 40) String at,
            boolean closing,
            @Nullable Map<DraftField, @NotNull String> fields,

            @Nullable @Min(0) @Max(LessonContent.MOST_MINUTES)
            Integer minutes,

            @Nullable List<@NotNull String> indicators,
            @Nullable @Size(max = 400) List<@NotNull Block> blocks,
            @Nullable @Size(max = 400) List<@NotNull String> removed,
            @Nullable @Size(max = 400) List<@NotNull String> order,
            @Nullable @Size(max = 400) List<@NotNull String> moved,
            @Nullable @Size(max = 400) List<@NotNull String> settled) {
        DraftChange change() {
            return new DraftChange(
                    known,
                    fields == null ? Map.of() : fields,
                    minutes,
                    indicators,
                    orNone(blocks),
                    orNone(removed),
                    orNone(order),
                    orNone(moved),
                    orNone(settled));
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    record Author(
            UUID device,
            UUID personId,
            String name,
            @Nullable String at) {}

    /// What others did.
    ///
    /// @param blocks those they wrote or added
    record News(Map<DraftField, String> fields, int minutes, List<String> indicators, List<Block> blocks) {}

    /// @param order all blocks as they stand at school
    /// @param news null if nobody did anything since
    /// @param copied blocks that had to become blocks of their own, by the id they were sent with
    record Answer(
            int revision,
            Instant savedAt,
            @Nullable List<String> order,
            @Nullable News news,
            Map<String, String> copied,
            List<TwinView> twins,
            List<Author> present) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final LessonDrafts drafts;
    private final LessonHistory history;
    private final LessonDesks desks;
    private final TwinViews twins;
    private final BlockTitles titles;
    private final IndicatorList framework;
    private final Clock clock;

    DraftChangesResource(
            CurrentCaller callers,
            CourseAccess access,
            LessonDrafts drafts,
            LessonHistory history,
            LessonDesks desks,
            TwinViews twins,
            BlockTitles titles,
            IndicatorList framework,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.drafts = drafts;
        this.history = history;
        this.desks = desks;
        this.twins = twins;
        this.titles = titles;
        this.framework = framework;
        this.clock = clock;
    }

    @POST
    @Transactional
    public Answer take(UUID id, @Valid @NotNull Work work) {
        var lesson = access.lesson(id, Verb.WRITE).lesson();
        var stamp = new Stamp(callers.get().id(), work.device, clock.instant());
        var change = work.change();
        var copied = change.isNothing() ? Map.<String, String>of() : takeIn(id, work, change, stamp);
        desks.seen(id, stamp, work.at, !work.closing);
        return answer(lesson, work, stamp, copied);
    }

    private Map<String, String> takeIn(UUID id, Work work, DraftChange change, Stamp stamp) {
        var safe = change.checked(framework);
        var draft = drafts.getToChange(id);
        if (!desks.isNext(id, stamp, work.seq)) {
            return Map.of();
        }
        var merged = draft.merge(safe, stamp);
        if (merged.changed()) {
            history.keep(draft, stamp.by(), stamp.at());
        }
        return merged.copied();
    }

    private Answer answer(Lesson lesson, Work work, Stamp stamp, Map<String, String> copied) {
        var draft = drafts.get(lesson.id());
        boolean same = draft.revision() == work.known;
        return new Answer(
                draft.revision(),
                draft.savedAt(),
                same ? null : draft.content().blocks().stream().map(Block::id).toList(),
                same ? null : news(draft, lesson, work),
                copied,
                twins.of(draft, lesson.schoolId()),
                present(lesson, stamp));
    }

    private News news(LessonDraft draft, Lesson lesson, Work work) {
        var content = draft.content();
        var fields = new EnumMap<DraftField, String>(DraftField.class);
        for (var field : DraftField.values()) {
            if (draft.isNews(field.key(), work.device, work.known)) {
                fields.put(field, field.in(content));
            }
        }
        var blocks = titles.filledIn(draft.newsTo(work.device, work.known), lesson.schoolId());
        return new News(fields, content.minutes(), content.indicators(), blocks);
    }

    private List<Author> present(Lesson lesson, Stamp stamp) {
        var there = desks.others(lesson.id(), stamp);
        var names =
                twins.names(there.stream().map(LessonDesks.Present::personId).toList(), lesson.schoolId());
        return there.stream()
                .map(one ->
                        new Author(one.device(), one.personId(), names.getOrDefault(one.personId(), ""), one.blockId()))
                .toList();
    }
}
