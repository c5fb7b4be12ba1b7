package vn.lopmo.assessment.sitting;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.paper.PaperVersion;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What a learner has answered, as it stands: of each slot the step with the highest number counts.
@ApplicationScoped
public class SavedAnswers {
    /// Every step as it lies: to find the last of each slot here costs less than half of what sorting them there costs.
    private static final String STEPS = "select slot, seq, cast(answer as text) from answer_step where sitting_id = ?";

    /// The same, and with which questions and keys they are marked at this moment.
    private static final String STEPS_AND_KEY = """
            select s.slot, s.seq, cast(s.answer as text), a.paper_id, a.paper_version, a.key_version
            from assignment a left join answer_step s on s.sitting_id = ? where a.id = ?""";

    private static final String MISSING = """
            select n from generate_series(1, ?) n
            where not exists (select 1 from answer_step where sitting_id = ? and seq = n) order by n limit ?""";

    private static final String OF_SLOT = """
            select s.id, cast(a.answer as text) as answer from sitting s cross join lateral
                (select answer from answer_step where sitting_id = s.id and slot = :slot order by seq desc limit 1) a
            where s.assignment_id = :assignment and a.answer is not null""";

    private final EntityManager database;
    /// For what every learner asks at the same time: see docs/adr/0007.
    private final Rows rows;
    private final ObjectMapper json;
    private final ObjectReader reading;

    SavedAnswers(EntityManager database, Rows rows, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.reading = json.readerFor(Answer.class);
    }

    /// Work that came after time was over.
    public record Late(int seq, UUID slot, @Nullable JsonNode answer, Instant typedAt, Instant receivedAt) {}

    /// All that is saved of a sitting.
    ///
    /// @param answers by slot; blanks are left out
    /// @param lastSeq the highest number that is saved, or 0
    /// @param steps how many are saved
    record Saved(Map<UUID, JsonNode> answers, int lastSeq, int steps) {
        static final Saved NOTHING = new Saved(Map.of(), 0, 0);

        /// Whether every number up to `last` is among them: they begin at 1.
        boolean isWholeTo(int last) {
            return lastSeq >= last && steps == lastSeq;
        }
    }

    /// What is saved, and what it is marked with.
    ///
    /// @param corrections how many of the key's corrections are made
    record ToMark(Saved saved, PaperVersion.Key paper, int corrections) {}

    /// Used while the sitting is locked: a correction of the key is either seen here or sees the sitting handed in.
    ToMark toMark(Sitting sitting) {
        var found = rows.list(STEPS_AND_KEY, SavedAnswers::stepAndKey, sitting.id(), sitting.assignmentId());
        var steps = found.stream().flatMap(one -> one.step.stream()).toList();
        var key = found.getFirst();
        return new ToMark(saved(steps), key.paper, key.corrections);
    }

    private record StepAndKey(Optional<Step> step, PaperVersion.Key paper, int corrections) {}

    private static StepAndKey stepAndKey(Row row) throws SQLException {
        var slot = row.uuidOrNull(1);
        var step = slot == null ? null : new Step(slot, row.number(2), row.textOrNull(3));
        return new StepAndKey(
                Optional.ofNullable(step), new PaperVersion.Key(row.uuid(4), row.number(5)), row.number(6));
    }

    Saved saved(UUID sittingId) {
        return saved(rows.list(STEPS, row -> new Step(row.uuid(1), row.number(2), row.textOrNull(3)), sittingId));
    }

    private Saved saved(List<Step> steps) {
        var last = new HashMap<UUID, Step>();
        steps.forEach(step -> last.merge(step.slot, step, BinaryOperator.maxBy(comparingInt(Step::seq))));
        var answers = new HashMap<UUID, JsonNode>();
        int lastSeq = 0;
        for (var step : last.values()) {
            lastSeq = Math.max(lastSeq, step.seq);
            if (step.answer != null) {
                answers.put(step.slot, tree(step.answer));
            }
        }
        return new Saved(answers, lastSeq, steps.size());
    }

    private record Step(UUID slot, int seq, @Nullable String answer) {}

    /// By slot; blanks are left out.
    public Map<UUID, JsonNode> of(UUID sittingId) {
        return saved(sittingId).answers;
    }

    /// What all learners of an assignment answered to one slot, by sitting; blanks are left out.
    public Map<UUID, JsonNode> ofSlot(UUID assignmentId, UUID slot) {
        List<?> rows = database.createNativeQuery(OF_SLOT, Tuple.class)
                .setParameter("assignment", assignmentId)
                .setParameter("slot", slot)
                .getResultList();
        var answers = new LinkedHashMap<UUID, JsonNode>();
        for (var row : rows) {
            answers.put(((Tuple) row).get("id", UUID.class), tree(((Tuple) row).get("answer", String.class)));
        }
        return answers;
    }

    /// How many slots of each sitting are answered; a sitting without an answer is not in it.
    public Map<UUID, Integer> counts(Collection<UUID> sittings) {
        var counts = new HashMap<UUID, Integer>();
        if (!sittings.isEmpty()) {
            List<?> rows = database.createNativeQuery("""
                            select sitting_id, cast(count(*) as integer) as answered from
                                (select distinct on (sitting_id, slot) sitting_id, answer from answer_step
                                    where sitting_id = any(:ids) order by sitting_id, slot, seq desc) s
                            where answer is not null group by sitting_id""", Tuple.class)
                    .setParameter("ids", sittings.toArray(UUID[]::new))
                    .getResultList();
            for (var row : rows) {
                var count = (Tuple) row;
                counts.put(count.get("sitting_id", UUID.class), count.get("answered", Integer.class));
            }
        }
        return counts;
    }

    /// The answer to mark, or null for a blank. Something that is no answer after all counts as a blank.
    public @Nullable Answer read(@Nullable JsonNode answer) {
        try {
            return answer == null ? null : reading.readValue(answer);
        } catch (IOException noAnswer) {
            return null;
        }
    }

    /// The numbers from 1 to `last` that are not saved, the first few.
    List<Integer> missing(UUID sittingId, int last, int most) {
        return rows.list(MISSING, row -> row.number(1), last, sittingId, most);
    }

    public List<Late> late(UUID sittingId) {
        return query(
                        "select seq, slot, cast(answer as text) as answer, reckoned_at as typed_at, received_at"
                                + " from late_step where sitting_id = :id and outcome is distinct from 'ACCEPTED'"
                                + " order by seq, received_at",
                        sittingId)
                .stream()
                .map(this::late)
                .toList();
    }

    private Late late(Tuple row) {
        var answer = row.get("answer", String.class);
        return new Late(
                row.get("seq", Integer.class),
                row.get("slot", UUID.class),
                answer == null ? null : tree(answer),
                row.get("typed_at", Instant.class),
                row.get("received_at", Instant.class));
    }

    private List<Tuple> query(String query, UUID sittingId) {
        return database.createNativeQuery(query, Tuple.class).setParameter("id", sittingId).getResultList().stream()
                .map(Tuple.class::cast)
                .toList();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is JSON", impossible);
        }
    }
}
