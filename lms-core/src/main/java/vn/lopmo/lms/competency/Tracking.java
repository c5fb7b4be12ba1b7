package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.platform.event.Outbox;

/// Takes evidence in and tells what is newly reached by it. Runs inside the transaction of the event that brought
/// the evidence.
@ApplicationScoped
class Tracking {
    private final Evidences evidences;
    private final Framework framework;
    private final Attainment.Rule rule;
    private final Outbox outbox;
    private final EntityManager database;

    Tracking(Evidences evidences, Framework framework, CompetencyConfig config, Outbox outbox, EntityManager database) {
        this.evidences = evidences;
        this.framework = framework;
        this.rule = Attainment.Rule.of(config);
        this.outbox = outbox;
        this.database = database;
    }

    /// Whose evidence it is.
    record Learner(UUID schoolId, UUID id) {}

    /// A lesson finished again in a later version adds to what the earlier one proved and takes nothing away.
    ///
    /// @param shares by indicator; codes that the framework does not know are passed over
    void add(Learner learner, Evidence.Source source, Map<String, BigDecimal> shares, Instant at) {
        var known = evidences.from(learner.id, source.kind(), source.id()).stream()
                .map(Evidence::indicator)
                .toList();
        var indicators = framework.indicatorsByCode();
        shares.forEach((indicator, share) -> {
            if (indicators.containsKey(indicator) && !known.contains(indicator)) {
                evidences.persist(new Evidence(learner.schoolId, learner.id, indicator, source, share, at));
            }
        });
        tellNew(learner, at);
    }

    /// A result released again takes the place of what was said before, also if another attempt at the same assignment
    /// counts now; one that was overtaken by a later release changes nothing.
    void replace(Learner learner, Evidence.Source source, Map<String, BigDecimal> shares, Instant at) {
        evidences.removeOlder(learner.id, source.kind(), source.partOf(), at);
        boolean overtaken = evidences.isAnyOf(learner.id, source.kind(), source.partOf());
        if (!overtaken) {
            add(learner, source, shares, at);
        }
    }

    private void tellNew(Learner learner, Instant at) {
        evidences.flush();
        var attainment = new Attainment(framework, rule, evidences.bestShares(learner.schoolId, learner.id));
        for (var reached : attainment.all()) {
            if (isNew(learner, reached, at)) {
                outbox.publish(new CompetencyAttained(
                        learner.schoolId,
                        learner.id,
                        reached.competence(),
                        reached.levelCode(),
                        reached.indicator().orElse(null),
                        at));
            }
        }
    }

    private boolean isNew(Learner learner, Attainment.Reached reached, Instant at) {
        return database.createNativeQuery("insert into attainment (learner_id, competence, level_code, indicator,"
                                + " school_id, attained_at) values (:learner, :competence, :level, :indicator, :school, :at)"
                                + " on conflict do nothing")
                        .setParameter("learner", learner.id)
                        .setParameter("competence", reached.competence())
                        .setParameter("level", reached.levelCode())
                        .setParameter("indicator", reached.indicator().orElse(""))
                        .setParameter("school", learner.schoolId)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }
}
