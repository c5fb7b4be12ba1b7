package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.LessonContent;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.learning.rule.Work;

/// Whether learners have finished a version of a lesson, as its teacher's rule says.
@ApplicationScoped
class Completions {
    record Judged(CompletionRule rule, Work work) {
        static Judged of(Standing standing) {
            return new Judged(standing.lesson().rule(), standing.work());
        }

        boolean isDone() {
            return rule.isMet(work);
        }

        List<ConditionView> conditions() {
            return ConditionView.of(rule, work);
        }
    }

    private static final Judged NOTHING = new Judged(CompletionRule.USUAL, Work.none(0));

    private final StudyPlans plans;
    private final BlockResults results;

    Completions(StudyPlans plans, BlockResults results) {
        this.plans = plans;
        this.results = results;
    }

    Judged judge(UUID learner, LessonVersion version, @Nullable LessonProgress progress) {
        var only = progress == null ? Map.<UUID, LessonProgress>of() : Map.of(learner, progress);
        return judge(List.of(learner), version, only).getOrDefault(learner, NOTHING);
    }

    /// By learner; whoever has not opened the lesson is judged too.
    Map<UUID, Judged> judge(List<UUID> learners, LessonVersion version, Map<UUID, LessonProgress> progress) {
        var lesson = version.lessonId();
        var said = plans.ruleOf(lesson);
        var found = said.asksForBlocks() ? results.of(learners, List.of(lesson)) : BlockResults.Found.NOTHING;
        var rule = said.asksForBlocks() ? said.within(found.blocksOf(lesson)) : said;
        return learners.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        learner -> learner,
                        learner ->
                                new Judged(rule, found.into(work(version, progress.get(learner)), learner, lesson))));
    }

    /// Of what is not published yet, before anybody read it.
    Judged beforeIt(UUID lesson, LessonContent content) {
        var blocks = content.blocks().stream().map(Block::id).collect(Collectors.toUnmodifiableSet());
        return new Judged(plans.ruleOf(lesson).within(blocks), Work.none(blocks.size()));
    }

    private static Work work(LessonVersion version, @Nullable LessonProgress progress) {
        return progress == null ? Work.none(version.blockIds().size()) : progress.work(version.blockIds());
    }
}
