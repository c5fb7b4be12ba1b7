package vn.lopmo.lms.competency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a learner's evidence amounts to, under the school's rule (docs/adr/0006-attainment.md): an indicator is
/// attained when the best share of any evidence for it is high enough; a level of a competence is reached when
/// enough of its indicators are; a reached level implies the lower ones.
///
/// Computed from the evidence each time, so that a corrected result corrects the standing. Immutable.
final class Attainment {
    private final Framework framework;
    private final List<Framework.Level> levels;
    private final Rule rule;
    private final Map<String, BigDecimal> bestShares;

    /// @param indicatorShare least share of the marks, 0 to 1
    /// @param levelShare least share of a level's indicators, 0 to 1
    record Rule(BigDecimal indicatorShare, BigDecimal levelShare) {
        static Rule of(CompetencyConfig config) {
            return new Rule(config.indicatorShare(), config.levelShare());
        }
    }

    /// Something reached: an indicator, or (without one) a whole level of a competence.
    record Reached(String competence, String levelCode, Optional<String> indicator) {}

    /// @param bestShares by indicator code, 0 to 1; indicators without evidence are absent
    Attainment(Framework framework, Rule rule, Map<String, BigDecimal> bestShares) {
        this.framework = framework;
        this.levels = framework.levelsInUse();
        this.rule = rule;
        this.bestShares = Map.copyOf(bestShares);
    }

    boolean attained(Framework.Indicator indicator) {
        var share = bestShares.get(indicator.code());
        return share != null && share.compareTo(rule.indicatorShare) >= 0;
    }

    /// The highest level reached.
    Optional<Framework.Level> level(Framework.Competence competence) {
        return levels.reversed().stream()
                .filter(level -> reachedItself(competence, level))
                .findFirst();
    }

    /// Whether the level is reached, be it through a higher one.
    boolean reached(Framework.Competence competence, Framework.Level level) {
        return level(competence)
                .filter(highest -> highest.level() >= level.level())
                .isPresent();
    }

    /// In how many competences the target is reached; none without a target.
    int met(Optional<Framework.Level> target) {
        return target.map(level -> (int) framework
                        .competences()
                        .filter(each -> reached(each, level))
                        .count())
                .orElse(0);
    }

    /// How much of a level is there, 0 to 1: the share of its indicators that are attained; all of it when a higher
    /// level is reached.
    BigDecimal share(Framework.Competence competence, Framework.Level level) {
        if (level(competence).filter(highest -> highest.level() > level.level()).isPresent()) {
            return BigDecimal.ONE;
        }
        return ownShare(competence, level);
    }

    /// Everything that is reached by its own evidence: indicators and whole levels, not the levels that are only
    /// implied.
    Set<Reached> all() {
        var all = new LinkedHashSet<Reached>();
        framework.competences().forEach(competence -> {
            for (var level : levels) {
                all.addAll(reachedAt(competence, level));
            }
        });
        return all;
    }

    private Set<Reached> reachedAt(Framework.Competence competence, Framework.Level level) {
        var reached = new LinkedHashSet<Reached>();
        for (var indicator : attainedAt(competence, level)) {
            reached.add(new Reached(competence.code(), level.code(), Optional.of(indicator.code())));
        }
        if (reachedItself(competence, level)) {
            reached.add(new Reached(competence.code(), level.code(), Optional.empty()));
        }
        return reached;
    }

    private boolean reachedItself(Framework.Competence competence, Framework.Level level) {
        var attained = attainedAt(competence, level);
        return !attained.isEmpty() && ownShare(competence, level).compareTo(rule.levelShare) >= 0;
    }

    private BigDecimal ownShare(Framework.Competence competence, Framework.Level level) {
        int listed = competence.at(level).size();
        return listed == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(attainedAt(competence, level).size())
                        .divide(BigDecimal.valueOf(listed), 4, RoundingMode.DOWN);
    }

    private List<Framework.Indicator> attainedAt(Framework.Competence competence, Framework.Level level) {
        return competence.at(level).stream().filter(this::attained).toList();
    }
}
