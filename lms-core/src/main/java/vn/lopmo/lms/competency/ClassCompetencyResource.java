package vn.lopmo.lms.competency;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.ClassRecordPolicy;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;

/// The standing of a whole class: a learner a row, a competence a column.
@Path("/classes/{id}/competency")
class ClassCompetencyResource {
    record Sheet(
            UUID classId,
            String className,
            int grade,
            CompetencyViews.@Nullable Target target,
            List<Column> competences,
            List<Row> students) {}

    record Column(String code, String name, String domain) {}

    record Row(UUID id, String name, int met, Map<String, Cell> cells) {}

    record Cell(int level, @Nullable String levelCode, BigDecimal targetShare, boolean met) {}

    private final CurrentCaller callers;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Evidences evidences;
    private final Framework framework;
    private final RecordReads reads;
    private final Attainment.Rule rule;

    ClassCompetencyResource(
            CurrentCaller callers,
            SchoolClasses classes,
            Memberships memberships,
            Evidences evidences,
            Framework framework,
            RecordReads reads,
            CompetencyConfig config) {
        this.callers = callers;
        this.classes = classes;
        this.memberships = memberships;
        this.evidences = evidences;
        this.framework = framework;
        this.reads = reads;
        this.rule = Attainment.Rule.of(config);
    }

    @GET
    @Transactional
    public Sheet sheet(UUID id) {
        var caller = callers.get();
        var schoolClass = classes.get(id, caller.schoolId());
        ClassRecordPolicy.check(caller, schoolClass.schoolId(), memberships.teaches(caller.id(), id));
        var learners = memberships.learnersOf(id);
        reads.noteAll(caller, learners.stream().map(Person::id).toList(), RecordReads.COMPETENCY);
        var target = framework.target(schoolClass.grade());
        return new Sheet(
                id,
                schoolClass.name(),
                schoolClass.grade(),
                target.map(CompetencyViews.Target::of).orElse(null),
                columns(),
                rows(caller.schoolId(), learners, target));
    }

    private List<Column> columns() {
        return framework.domains().stream()
                .flatMap(domain ->
                        domain.competences().stream().map(each -> new Column(each.code(), each.name(), domain.code())))
                .toList();
    }

    private List<Row> rows(UUID schoolId, List<Person> learners, Optional<Framework.Level> target) {
        var shares =
                evidences.bestShares(schoolId, learners.stream().map(Person::id).toList());
        return learners.stream()
                .map(learner -> {
                    var attainment = new Attainment(framework, rule, shares.getOrDefault(learner.id(), Map.of()));
                    return new Row(learner.id(), learner.name(), attainment.met(target), cells(attainment, target));
                })
                .toList();
    }

    private Map<String, Cell> cells(Attainment attainment, Optional<Framework.Level> target) {
        var cells = new LinkedHashMap<String, Cell>();
        framework.competences().forEach(competence -> {
            var level = attainment.level(competence);
            cells.put(
                    competence.code(),
                    new Cell(
                            level.map(Framework.Level::level).orElse(0),
                            level.map(Framework.Level::code).orElse(null),
                            target.map(wanted -> attainment.share(competence, wanted))
                                    .orElse(BigDecimal.ZERO),
                            target.filter(wanted -> attainment.reached(competence, wanted))
                                    .isPresent()));
        });
        return cells;
    }
}
