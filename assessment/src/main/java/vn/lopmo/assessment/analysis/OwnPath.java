package vn.lopmo.assessment.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.Caller;

/// What one learner's released results say by topic and by indicator. Used inside the caller's transaction.
@ApplicationScoped
class OwnPath {
    private static final String RELEASED = """
            select s.assignment_id, cast(r.marks as text), s.handed_in_at
            from release r join sitting s on s.id = r.sitting_id
            where s.learner_id = ? and s.school_id = ? and s.handed_in_at is not null
            order by s.handed_in_at desc limit 200""";

    private final AgroalDataSource database;
    private final Assignments assignments;
    private final PaperContents papers;

    OwnPath(AgroalDataSource database, Assignments assignments, PaperContents papers) {
        this.database = database;
        this.assignments = assignments;
        this.papers = papers;
    }

    enum Kind {
        TOPIC,
        INDICATOR
    }

    /// One topic or indicator in one assignment.
    ///
    /// @param topic the topic's words or the indicator's code
    /// @param share marks earned of marks that could be, 0 to 1
    /// @param at when it was handed in
    public record Step(
            String subject, Kind kind, String topic, double share, int questions, Instant at, UUID assignmentId) {}

    private record Released(UUID assignmentId, JsonNode marks, Instant at) {}

    private record Group(Kind kind, String value) {}

    private static final class Sum {
        private double earned;
        private double most;
        private int questions;

        void add(double mark, double of) {
            earned += mark;
            most += of;
            questions++;
        }
    }

    /// The latest first.
    List<Step> of(Caller learner) {
        var steps = new ArrayList<Step>();
        for (var one : released(learner)) {
            steps.addAll(steps(learner, one));
        }
        return steps;
    }

    private List<Step> steps(Caller learner, Released released) {
        var paper = papers.of(assignments.get(learner.schoolId(), released.assignmentId));
        var marks = new HashMap<UUID, Double>();
        for (var mark : released.marks) {
            marks.put(
                    UUID.fromString(mark.path("slot").asText()), mark.path("mark").asDouble());
        }
        var sums = new LinkedHashMap<Group, Sum>();
        for (var question : paper.questions()) {
            var mark = marks.get(question.id());
            double most = question.points().doubleValue();
            if (mark != null && most > 0) {
                groups(question).forEach(group -> sums.computeIfAbsent(group, missing -> new Sum())
                        .add(mark, most));
            }
        }
        return sums.entrySet().stream()
                .map(one -> step(paper.headings().subject(), released, one))
                .toList();
    }

    private static Step step(String subject, Released released, Map.Entry<Group, Sum> one) {
        var sum = one.getValue();
        return new Step(
                subject,
                one.getKey().kind,
                one.getKey().value,
                sum.earned / sum.most,
                sum.questions,
                released.at,
                released.assignmentId);
    }

    private static List<Group> groups(Question question) {
        var groups = new ArrayList<Group>();
        var topic = question.meta().topic();
        if (topic != null) {
            groups.add(new Group(Kind.TOPIC, topic));
        }
        question.meta().indicators().forEach(code -> groups.add(new Group(Kind.INDICATOR, code)));
        return groups;
    }

    private List<Released> released(Caller learner) {
        var found = new ArrayList<Released>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(RELEASED)) {
            query.setObject(1, learner.id());
            query.setObject(2, learner.schoolId());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(released(rows));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("results cannot be read", failed);
        }
        return found;
    }

    private static Released released(ResultSet row) throws SQLException {
        return new Released(
                row.getObject(1, UUID.class),
                ItemJson.read(row.getString(2), JsonNode.class),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
