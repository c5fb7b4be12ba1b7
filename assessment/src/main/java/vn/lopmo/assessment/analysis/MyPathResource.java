package vn.lopmo.assessment.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import vn.lopmo.platform.caller.CurrentCaller;

/// A learner's own way through topics and indicators, from what was shown to him. Nothing in it is compared with
/// anybody: no mean, no rank (school charter 2026, art. 22.2).
@Path("/my/path")
class MyPathResource {
    private final OwnPath paths;
    private final CurrentCaller caller;

    MyPathResource(OwnPath paths, CurrentCaller caller) {
        this.paths = paths;
        this.caller = caller;
    }

    @GET
    @Transactional
    public List<OwnPath.Step> read() {
        var learner = caller.get();
        AnalysisPolicy.checkOwnPath(learner);
        return paths.of(learner);
    }
}
