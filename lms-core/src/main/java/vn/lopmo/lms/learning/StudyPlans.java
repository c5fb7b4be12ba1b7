package vn.lopmo.lms.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.rule.CompletionRule;
import vn.lopmo.lms.learning.rule.Condition;
import vn.lopmo.lms.learning.rule.Need;
import vn.lopmo.lms.learning.rule.Opening;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What teachers have said of how their courses are learnt.
@ApplicationScoped
class StudyPlans {
    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    /// @param course that it is said of
    record Placed<T>(UUID course, T said) {}

    record Said(List<Placed<Need>> needs, List<Placed<Opening>> openings) {
        List<Need> needsIn(UUID course) {
            return of(needs, course);
        }

        List<Opening> openingsIn(UUID course) {
            return of(openings, course);
        }

        boolean isNothing() {
            return needs.isEmpty() && openings.isEmpty();
        }

        private static <T> List<T> of(List<Placed<T>> all, UUID course) {
            return all.stream()
                    .filter(one -> one.course.equals(course))
                    .map(Placed::said)
                    .toList();
        }
    }

    private final Rows rows;
    private final ObjectMapper json;

    StudyPlans(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /// What holds lessons of some courses back, in one statement.
    ///
    /// @param learner only his own exceptions; null for everybody's
    Said said(Collection<UUID> courses, @Nullable UUID learner) {
        var needs = new ArrayList<Placed<Need>>();
        var openings = new ArrayList<Placed<Opening>>();
        if (!courses.isEmpty()) {
            rows.list(
                    "select true, course_id, lesson_id, section_id, needs_lesson_id, needs_section_id,"
                            + " cast(null as timestamptz), cast(null as timestamptz), false, false, id"
                            + " from prerequisite where course_id = any(?)"
                            + " union all select false, course_id, lesson_id, section_id, class_id, learner_id,"
                            + " opens_at, until, closes, waived, id from opening where course_id = any(?)"
                            + " and (learner_id is null or cast(? as uuid) is null or learner_id = cast(? as uuid))"
                            + " order by 11",
                    row -> row.is(1) ? needs.add(need(row)) : openings.add(opening(row)),
                    courses.toArray(UUID[]::new),
                    courses.toArray(UUID[]::new),
                    learner,
                    learner);
        }
        return new Said(needs, openings);
    }

    private static Placed<Need> need(Row row) throws SQLException {
        return new Placed<>(
                row.uuid(2), new Need(row.uuidOrNull(3), row.uuidOrNull(4), row.uuidOrNull(5), row.uuidOrNull(6)));
    }

    private static Placed<Opening> opening(Row row) throws SQLException {
        return new Placed<>(
                row.uuid(2),
                new Opening(
                        row.uuidOrNull(3),
                        row.uuidOrNull(4),
                        row.uuidOrNull(5),
                        row.uuidOrNull(6),
                        row.timeOrNull(7),
                        row.timeOrNull(8),
                        row.is(9),
                        row.is(10)));
    }

    CompletionRule ruleOf(UUID lesson) {
        return rows.first(
                        "select cast(conditions as text) from lesson_rule where lesson_id = ?",
                        row -> rule(row.text(1)),
                        lesson)
                .orElse(CompletionRule.USUAL);
    }

    /// By lesson, where something was said.
    Map<UUID, CompletionRule> rulesOf(UUID course) {
        return rows
                .list(
                        "select lesson_id, cast(conditions as text) from lesson_rule where course_id = ?",
                        row -> Map.entry(row.uuid(1), rule(row.text(2))),
                        course)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    CompletionRule rule(@Nullable String conditions) {
        if (conditions == null) {
            return CompletionRule.USUAL;
        }
        try {
            return new CompletionRule(json.readValue(conditions, CONDITIONS));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a rule of a lesson cannot be read", broken);
        }
    }

    String written(List<Condition> conditions) {
        try {
            return json.writerFor(CONDITIONS).writeValueAsString(conditions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rule of a lesson cannot be written", impossible);
        }
    }
}
