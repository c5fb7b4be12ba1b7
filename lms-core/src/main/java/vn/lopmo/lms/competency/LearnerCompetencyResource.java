package vn.lopmo.lms.competency;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.refusal.Refusal;

/// One learner's standing in the framework, for his teachers, his guardians and those who run the school.
@Path("/people/{id}/competency")
class LearnerCompetencyResource {
    private final LearnerRecords records;
    private final CompetencyViews views;
    private final Framework framework;

    LearnerCompetencyResource(LearnerRecords records, CompetencyViews views, Framework framework) {
        this.records = records;
        this.views = views;
        this.framework = framework;
    }

    @GET
    @Transactional
    public CompetencyViews.CompetenceMap map(UUID id) {
        return views.map(records.open(id, RecordReads.COMPETENCY));
    }

    @GET
    @Path("/{competence}")
    @Transactional
    public CompetencyViews.Detail detail(UUID id, String competence) {
        var wanted = framework.competence(competence).orElseThrow(() -> new Refusal.NotFound("competence-not-found"));
        return views.detail(records.open(id, RecordReads.COMPETENCY + "/" + competence), wanted);
    }
}
