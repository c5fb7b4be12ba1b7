package vn.lopmo.lms.competency;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import vn.lopmo.platform.refusal.Refusal;

/// A learner's own standing in the framework.
@Path("/my/competency")
class MyCompetencyResource {
    private final LearnerRecords records;
    private final CompetencyViews views;
    private final Framework framework;

    MyCompetencyResource(LearnerRecords records, CompetencyViews views, Framework framework) {
        this.records = records;
        this.views = views;
        this.framework = framework;
    }

    @GET
    @Transactional
    public CompetencyViews.CompetenceMap map() {
        return views.map(records.own());
    }

    @GET
    @Path("/{competence}")
    @Transactional
    public CompetencyViews.Detail detail(String competence) {
        return views.detail(
                records.own(),
                framework.competence(competence).orElseThrow(() -> new Refusal.NotFound("competence-not-found")));
    }
}
