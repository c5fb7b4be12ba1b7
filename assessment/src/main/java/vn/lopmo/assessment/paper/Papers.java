package vn.lopmo.assessment.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// The papers of all schools; every question names the school.
@ApplicationScoped
public class Papers implements PanacheRepositoryBase<Paper, UUID> {
    private final PaperPolicy policy;

    Papers(PaperPolicy policy) {
        this.policy = policy;
    }

    /// @throws Refusal.NotFound if the school has no such paper
    public Paper get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("paper-not-found"));
    }

    /// Those that the caller may read, the newest first.
    List<Paper> readableBy(Caller caller) {
        return policy.readsAll(caller)
                ? list("schoolId = ?1 order by updatedAt desc", caller.schoolId())
                : list("schoolId = ?1 and authorId = ?2 order by updatedAt desc", caller.schoolId(), caller.id());
    }

    Optional<PaperVersion> published(Paper paper) {
        var version = paper.publishedVersion();
        return version == null ? Optional.empty() : Optional.of(version(new PaperVersion.Key(paper.id(), version)));
    }

    public PaperVersion version(PaperVersion.Key key) {
        return Optional.ofNullable(getEntityManager().find(PaperVersion.class, key))
                .orElseThrow(() -> new Refusal.NotFound("paper-not-found"));
    }
}
