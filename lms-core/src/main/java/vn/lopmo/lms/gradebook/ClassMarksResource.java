package vn.lopmo.lms.gradebook;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.AssignedPaper;
import vn.lopmo.lms.course.AssignedPapers;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;

/// The gradebook of a class: an assignment a column, a learner a row.
@Path("/classes/{id}/marks")
class ClassMarksResource {
    record Sheet(List<Column> columns, List<Row> rows) {}

    record Column(UUID assignmentId, String title, String subject, BigDecimal maxMark) {
        static Column of(AssignedPaper paper) {
            return new Column(paper.id(), paper.title(), paper.subject(), paper.maxMark());
        }
    }

    record Row(UUID personId, String name, Map<UUID, BigDecimal> marks) {}

    private final CurrentCaller callers;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final AssignedPapers papers;
    private final ReleasedMarks marks;
    private final RecordReads reads;

    ClassMarksResource(
            CurrentCaller callers,
            SchoolClasses classes,
            Memberships memberships,
            AssignedPapers papers,
            ReleasedMarks marks,
            RecordReads reads) {
        this.callers = callers;
        this.classes = classes;
        this.memberships = memberships;
        this.papers = papers;
        this.marks = marks;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Sheet sheet(UUID id) {
        var caller = callers.get();
        var schoolClass = classes.get(id, caller.schoolId());
        ClassRecordPolicy.check(caller, schoolClass.schoolId(), memberships.teaches(caller.id(), id));
        var columns = papers.markedOfClass(caller.schoolId(), id).stream()
                .map(Column::of)
                .toList();
        var learners = memberships.learnersOf(id);
        reads.noteAll(caller, learners.stream().map(Person::id).toList(), RecordReads.MARKS);
        var byLearner = marksByLearner(caller.schoolId(), learners, columns);
        return new Sheet(
                columns,
                learners.stream()
                        .map(each -> new Row(each.id(), each.name(), byLearner.getOrDefault(each.id(), Map.of())))
                        .toList());
    }

    private Map<UUID, Map<UUID, BigDecimal>> marksByLearner(
            UUID schoolId, List<Person> learners, List<Column> columns) {
        var learnerIds = learners.stream().map(Person::id).toList();
        var most = columns.stream().collect(Collectors.toMap(Column::assignmentId, Column::maxMark));
        return marks.of(schoolId, learnerIds, most.keySet()).stream()
                .filter(mark -> mark.maxMark().signum() > 0)
                .collect(Collectors.groupingBy(
                        ReleasedMark::learnerId,
                        Collectors.toMap(
                                ReleasedMark::assignmentId,
                                mark -> mark.outOf(Objects.requireNonNull(most.get(mark.assignmentId()))))));
    }
}
