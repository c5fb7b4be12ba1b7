package vn.lopmo.assessment.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Conditions.Mode;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// The analysis of an assignment, for those who lead it. Never for learners or guardians (school charter 2026, art.
/// 22.2).
@Path("/assignments/{id}")
class AnalysisResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /// Enough to compare a year's classes.
    private static final int MOST_EDITIONS = 12;

    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final ClassMembers members;
    private final Analysing analysing;
    private final CurrentCaller caller;

    AnalysisResource(
            Assignments assignments,
            AssignmentPolicy policy,
            ClassMembers members,
            Analysing analysing,
            CurrentCaller caller) {
        this.assignments = assignments;
        this.policy = policy;
        this.members = members;
        this.analysing = analysing;
        this.caller = caller;
    }

    @GET
    @Path("/analysis")
    @Transactional
    public Analysis read(UUID id, @Context HttpHeaders headers) {
        return analysis(id, Words.of(headers));
    }

    @GET
    @Path("/analysis.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response sheet(UUID id, @Context HttpHeaders headers) {
        var words = Words.of(headers);
        return Response.ok(AnalysisSheet.of(analysis(id, words), words), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"analysis-" + id + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Analysis analysis(UUID id, Words words) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var assignment = assignments.get(asking.schoolId(), id);
        policy.checkLead(asking, assignment);
        return analysing.of(assignment, ofSamePaper(asking, assignment), words);
    }

    private List<Assignment> ofSamePaper(Caller asking, Assignment assignment) {
        var led = policy.leadsAll(asking)
                ? assignments.ofSchool(asking.schoolId())
                : assignments.ledBy(asking, members.classesOf(asking.id(), Part.TEACHER));
        return led.stream()
                .filter(one -> !one.id().equals(assignment.id()))
                .filter(one -> one.conditions().mode() != Mode.PRACTICE)
                .filter(one -> one.paper().paperId().equals(assignment.paper().paperId()))
                .limit(MOST_EDITIONS)
                .toList();
    }
}
