package vn.lopmo.lms.competency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The digital-competency framework for learners: Circular 02/2025/TT-BGDĐT (domains, competences, levels) with the
/// coded indicators and the target of each grade of Letter 3456/BGDĐT-GDPT.
///
/// An indicator counts for the level its code names (`levelCode`, the letter's own); for 6.1 and 6.3 that is one
/// above the circular's level.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Framework(
        String id, String title, List<Level> levels, List<GradeTarget> gradeTargets, List<Domain> domains) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Level(int level, String code, String band, String bandName) {}

    public record GradeTarget(int grade, String levelCode, int level) {}

    public record Domain(String code, String name, List<Competence> competences) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Competence(String code, String name, String description, List<Indicator> indicators) {
        List<Indicator> at(Level level) {
            return indicators.stream()
                    .filter(indicator -> indicator.levelCode.equals(level.code))
                    .toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(String code, String levelCode, String text) {
        public String competence() {
            return code.substring(0, code.lastIndexOf('.'));
        }
    }

    public Stream<Competence> competences() {
        return domains.stream().map(Domain::competences).flatMap(Collection::stream);
    }

    public Optional<Competence> competence(String code) {
        return competences().filter(each -> each.code.equals(code)).findFirst();
    }

    public Stream<Indicator> indicators() {
        return competences().map(Competence::indicators).flatMap(Collection::stream);
    }

    public Map<String, Indicator> indicatorsByCode() {
        return indicators().collect(Collectors.toUnmodifiableMap(Indicator::code, Function.identity()));
    }

    /// The levels that have indicators, lowest first: the ones that schools work with.
    public List<Level> levelsInUse() {
        var used = indicators().map(Indicator::levelCode).collect(Collectors.toUnmodifiableSet());
        return levels.stream().filter(level -> used.contains(level.code)).toList();
    }

    public Optional<Level> target(int grade) {
        return gradeTargets.stream()
                .filter(target -> target.grade == grade)
                .flatMap(target -> levels.stream().filter(level -> level.code.equals(target.levelCode)))
                .findFirst();
    }

    /// Of how many competences something is asked at a target: the letter lists no indicator of 6.1 for CB1, so 23
    /// in grades 1 to 3, else all.
    public int asked(Optional<Level> target) {
        return (int) competences()
                .filter(competence -> target.isEmpty()
                        || competence.indicators.stream()
                                .anyMatch(indicator -> levelOf(indicator) <= target.get().level))
                .count();
    }

    private int levelOf(Indicator indicator) {
        return levels.stream()
                .filter(level -> level.code.equals(indicator.levelCode))
                .mapToInt(Level::level)
                .findFirst()
                .orElseThrow();
    }
}
