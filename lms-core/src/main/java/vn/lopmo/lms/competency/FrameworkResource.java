package vn.lopmo.lms.competency;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// The framework, for whoever is signed in: it is public text.
@Path("/framework")
class FrameworkResource {
    record View(
            String id,
            String title,
            List<Framework.Level> levels,
            List<Framework.GradeTarget> gradeTargets,
            List<DomainView> domains) {}

    record DomainView(String code, String name, List<CompetenceView> competences) {
        static DomainView of(Framework.Domain domain) {
            return new DomainView(
                    domain.code(),
                    domain.name(),
                    domain.competences().stream().map(CompetenceView::of).toList());
        }
    }

    record CompetenceView(String code, String name, String description) {
        static CompetenceView of(Framework.Competence competence) {
            return new CompetenceView(competence.code(), competence.name(), competence.description());
        }
    }

    record IndicatorView(String code, String text, String levelCode, String competence) {
        static IndicatorView of(Framework.Indicator indicator) {
            return new IndicatorView(indicator.code(), indicator.text(), indicator.levelCode(), indicator.competence());
        }
    }

    private final Framework framework;

    FrameworkResource(Framework framework) {
        this.framework = framework;
    }

    @GET
    public View framework() {
        return new View(
                framework.id(),
                framework.title(),
                framework.levels(),
                framework.gradeTargets(),
                framework.domains().stream().map(DomainView::of).toList());
    }

    /// @param q part of the code or the wording, with or without accents
    @GET
    @Path("/indicators")
    public List<IndicatorView> indicators(
            @RestQuery @Nullable String levelCode,
            @RestQuery @Nullable String competence,
            @RestQuery @Nullable String q) {
        var typed = q == null ? "" : VietnameseText.fold(VietnameseText.tidy(q));
        return framework
                .indicators()
                .filter(each -> levelCode == null
                        || levelCode.isBlank()
                        || each.levelCode().equals(levelCode.toUpperCase(Locale.ROOT)))
                .filter(each -> competence == null
                        || competence.isBlank()
                        || each.competence().equals(competence))
                .filter(each ->
                        VietnameseText.fold(each.code() + " " + each.text()).contains(typed))
                .map(IndicatorView::of)
                .toList();
    }
}
