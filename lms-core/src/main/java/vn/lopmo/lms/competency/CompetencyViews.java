package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.PublishedLesson;
import vn.lopmo.lms.organisation.SchoolClass;

/// One learner's record as the screens show it.
@ApplicationScoped
class CompetencyViews {
    record LevelView(int level, String code) {
        static LevelView of(Framework.Level level) {
            return new LevelView(level.level(), level.code());
        }
    }

    record Target(String code, int level) {
        static Target of(Framework.Level level) {
            return new Target(level.code(), level.level());
        }
    }

    /// @param total the competences that something is asked of at the grade's target
    record CompetenceMap(
            UUID personId,
            String name,
            @Nullable Integer grade,
            @Nullable Target target,
            int met,
            int total,
            List<LevelView> levels,
            List<DomainView> domains,
            @Nullable SuggestionView suggestion) {}

    record DomainView(String code, String name, List<CompetenceView> competences) {}

    record CompetenceView(
            String code,
            String name,
            int level,
            @Nullable String levelCode,
            BigDecimal targetShare,
            boolean met,
            long evidence) {}

    record SuggestionView(
            String competence,
            String indicator,
            String text,
            @Nullable UUID lessonId,
            @Nullable String lessonTitle) {
        static SuggestionView of(Suggesting.Suggestion suggestion) {
            return new SuggestionView(
                    suggestion.competence().code(),
                    suggestion.indicator().code(),
                    suggestion.indicator().text(),
                    suggestion.lesson().map(PublishedLesson::id).orElse(null),
                    suggestion.lesson().map(PublishedLesson::title).orElse(null));
        }
    }

    record Detail(
            String code,
            String name,
            String description,
            @Nullable Target target,
            List<DetailLevel> levels) {}

    record DetailLevel(int level, String code, boolean reached, List<IndicatorView> indicators) {}

    record IndicatorView(String code, String text, boolean attained, List<EvidenceView> evidence) {}

    record EvidenceView(Evidence.Kind kind, String title, BigDecimal share, Instant at) {
        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(evidence.kind(), evidence.title(), evidence.share(), evidence.at());
        }
    }

    private final Framework framework;
    private final Attainment.Rule rule;
    private final Evidences evidences;
    private final Suggesting suggesting;

    CompetencyViews(Framework framework, CompetencyConfig config, Evidences evidences, Suggesting suggesting) {
        this.framework = framework;
        this.rule = Attainment.Rule.of(config);
        this.evidences = evidences;
        this.suggesting = suggesting;
    }

    CompetenceMap map(LearnerRecords.Learner learner) {
        var all = evidences.of(learner.schoolId(), learner.id());
        var attainment = attainment(all);
        var target = target(learner);
        var counts = all.stream().collect(Collectors.groupingBy(CompetencyViews::competenceOf, Collectors.counting()));
        return new CompetenceMap(
                learner.id(),
                learner.name(),
                learner.schoolClass().map(SchoolClass::grade).orElse(null),
                target.map(Target::of).orElse(null),
                attainment.met(target),
                framework.asked(target),
                framework.levelsInUse().stream().map(LevelView::of).toList(),
                domains(attainment, target, counts),
                target.flatMap(level -> suggesting.suggest(learner, level, attainment))
                        .map(SuggestionView::of)
                        .orElse(null));
    }

    Detail detail(LearnerRecords.Learner learner, Framework.Competence competence) {
        var all = evidences.of(learner.schoolId(), learner.id());
        var attainment = attainment(all);
        var byIndicator = all.stream().collect(Collectors.groupingBy(Evidence::indicator));
        return new Detail(
                competence.code(),
                competence.name(),
                competence.description(),
                target(learner).map(Target::of).orElse(null),
                framework.levelsInUse().stream()
                        .map(level -> new DetailLevel(
                                level.level(),
                                level.code(),
                                attainment.reached(competence, level),
                                indicators(competence, level, attainment, byIndicator)))
                        .toList());
    }

    private static List<IndicatorView> indicators(
            Framework.Competence competence,
            Framework.Level level,
            Attainment attainment,
            Map<String, List<Evidence>> byIndicator) {
        return competence.at(level).stream()
                .map(indicator -> new IndicatorView(
                        indicator.code(),
                        indicator.text(),
                        attainment.attained(indicator),
                        byIndicator.getOrDefault(indicator.code(), List.of()).stream()
                                .map(EvidenceView::of)
                                .toList()))
                .toList();
    }

    private List<DomainView> domains(
            Attainment attainment, Optional<Framework.Level> target, Map<String, Long> counts) {
        return framework.domains().stream()
                .map(domain -> new DomainView(
                        domain.code(),
                        domain.name(),
                        domain.competences().stream()
                                .map(each -> view(each, attainment, target, counts.getOrDefault(each.code(), 0L)))
                                .toList()))
                .toList();
    }

    private static CompetenceView view(
            Framework.Competence competence, Attainment attainment, Optional<Framework.Level> target, long evidence) {
        var level = attainment.level(competence);
        return new CompetenceView(
                competence.code(),
                competence.name(),
                level.map(Framework.Level::level).orElse(0),
                level.map(Framework.Level::code).orElse(null),
                target.map(wanted -> attainment.share(competence, wanted)).orElse(BigDecimal.ZERO),
                target.filter(wanted -> attainment.reached(competence, wanted)).isPresent(),
                evidence);
    }

    private Attainment attainment(List<Evidence> all) {
        var best = all.stream().collect(Collectors.toMap(Evidence::indicator, Evidence::share, BigDecimal::max));
        return new Attainment(framework, rule, best);
    }

    private Optional<Framework.Level> target(LearnerRecords.Learner learner) {
        return learner.schoolClass().map(SchoolClass::grade).flatMap(framework::target);
    }

    private static String competenceOf(Evidence evidence) {
        var code = evidence.indicator();
        return code.substring(0, code.lastIndexOf('.'));
    }
}
