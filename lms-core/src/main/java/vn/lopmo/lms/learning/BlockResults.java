package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.platform.sql.Rows;

/// What quizzes, packages and tasks inside lessons brought to learners. Asked for only where a rule wants to know; a
/// fixed number of statements, however many learners and lessons.
@ApplicationScoped
class BlockResults {
    private record Placed(
            UUID lesson,
            String block,
            String kind,
            @Nullable UUID assignment,
            @Nullable UUID material) {}

    private record Scored(UUID learner, UUID source, BigDecimal share) {}

    private record Key(UUID learner, UUID lesson) {}

    /// @param blocks the ids of each lesson's quizzes, materials and tasks
    record Found(
            Map<UUID, Set<String>> blocks, Map<Key, Map<String, BigDecimal>> shares, Map<Key, Set<String>> handedIn) {
        static final Found NOTHING = new Found(Map.of(), Map.of(), Map.of());

        Set<String> blocksOf(UUID lesson) {
            return blocks.getOrDefault(lesson, Set.of());
        }

        Work into(Work work, UUID learner, UUID lesson) {
            var key = new Key(learner, lesson);
            return work.with(shares.getOrDefault(key, Map.of()), handedIn.getOrDefault(key, Set.of()));
        }
    }

    private final Rows rows;
    private final QuizScores quizzes;
    private final Instance<TaskStandings> tasks;

    BlockResults(Rows rows, QuizScores quizzes, Instance<TaskStandings> tasks) {
        this.rows = rows;
        this.quizzes = quizzes;
        this.tasks = tasks;
    }

    Found of(Collection<UUID> learners, Collection<UUID> lessons) {
        if (lessons.isEmpty()) {
            return Found.NOTHING;
        }
        var placed = placedIn(lessons);
        var blocks = placed.stream()
                .collect(Collectors.groupingBy(
                        Placed::lesson, Collectors.mapping(Placed::block, Collectors.toUnmodifiableSet())));
        return new Found(blocks, shares(learners, placed), handedIn(learners, lessons));
    }

    private List<Placed> placedIn(Collection<UUID> lessons) {
        return rows.list(
                "select l.id, b->>'id', b->>'kind', cast(b->>'assignmentId' as uuid), cast(b->>'materialId' as uuid)"
                        + " from lesson l"
                        + " join lesson_version v on v.lesson_id = l.id and v.version = l.published_version"
                        + " cross join lateral jsonb_array_elements(v.blocks) b"
                        + " where l.id = any(?) and b->>'kind' in ('quiz', 'material', 'task')",
                row -> new Placed(row.uuid(1), row.text(2), row.text(3), row.uuidOrNull(4), row.uuidOrNull(5)),
                (Object) lessons.toArray(UUID[]::new));
    }

    private Map<Key, Map<String, BigDecimal>> shares(Collection<UUID> learners, List<Placed> placed) {
        var bySource = new HashMap<UUID, List<Placed>>();
        for (var one : placed) {
            var source = one.assignment != null ? one.assignment : one.material;
            if (source != null) {
                bySource.computeIfAbsent(source, none -> new ArrayList<>()).add(one);
            }
        }
        var shares = new HashMap<Key, Map<String, BigDecimal>>();
        for (var score : scores(learners, placed)) {
            for (var one : bySource.getOrDefault(score.source, List.of())) {
                shares.computeIfAbsent(new Key(score.learner, one.lesson), none -> new HashMap<>())
                        .put(one.block, score.share);
            }
        }
        return shares;
    }

    private List<Scored> scores(Collection<UUID> learners, List<Placed> placed) {
        var found = new ArrayList<Scored>();
        var papers = sources(placed, Placed::assignment);
        if (!papers.isEmpty()) {
            quizzes.of(learners, papers)
                    .forEach(one -> found.add(new Scored(one.learnerId(), one.assignmentId(), one.share())));
        }
        var materials = sources(placed, Placed::material);
        if (!materials.isEmpty()) {
            found.addAll(rows.list(
                    "select learner_id, material_id, score from package_result"
                            + " where learner_id = any(?) and material_id = any(?) and score is not null",
                    row -> new Scored(row.uuid(1), row.uuid(2), row.decimal(3)),
                    learners.toArray(UUID[]::new),
                    materials.toArray(UUID[]::new)));
        }
        return found;
    }

    private static Set<UUID> sources(List<Placed> placed, Function<Placed, @Nullable UUID> source) {
        var all = new HashSet<UUID>();
        for (var one : placed) {
            var id = source.apply(one);
            if (id != null) {
                all.add(id);
            }
        }
        return all;
    }

    private Map<Key, Set<String>> handedIn(Collection<UUID> learners, Collection<UUID> lessons) {
        return tasks.stream()
                .flatMap(known -> known.handedIn(learners, lessons).stream())
                .collect(Collectors.groupingBy(
                        one -> new Key(one.learnerId(), one.lessonId()),
                        Collectors.mapping(TaskStandings.HandedIn::blockId, Collectors.toUnmodifiableSet())));
    }
}
