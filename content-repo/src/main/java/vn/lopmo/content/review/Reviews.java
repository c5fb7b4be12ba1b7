package vn.lopmo.content.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Submissions of all schools; everything asked here is of one school or one material.
@ApplicationScoped
class Reviews implements PanacheRepositoryBase<Review, UUID> {
    private static final int LONGEST = 500;
    private static final List<Stage> OPEN = List.of(Stage.GROUP, Stage.HEAD);

    Optional<Review> findLast(UUID materialId) {
        return find("materialId = ?1 order by submittedAt desc, id desc", materialId)
                .firstResultOptional();
    }

    List<Review> ofGroups(UUID schoolId, Set<String> subjects, UUID notBy) {
        return subjects.isEmpty()
                ? List.of()
                : find(
                                "schoolId = ?1 and stage = ?2 and subject in ?3 and submitterId <> ?4 order by submittedAt",
                                schoolId,
                                Stage.GROUP,
                                subjects,
                                notBy)
                        .page(0, LONGEST)
                        .list();
    }

    List<Review> ofHead(UUID schoolId) {
        return find("schoolId = ?1 and stage = ?2 order by submittedAt", schoolId, Stage.HEAD)
                .page(0, LONGEST)
                .list();
    }

    /// Everything that is under way, the longest waiting first.
    List<Review> open(UUID schoolId) {
        return find("schoolId = ?1 and stage in ?2 order by submittedAt", schoolId, OPEN)
                .page(0, LONGEST)
                .list();
    }

    List<Review> openBy(UUID schoolId, UUID submitterId) {
        return find(
                        "schoolId = ?1 and submitterId = ?2 and stage in ?3 order by submittedAt",
                        schoolId,
                        submitterId,
                        OPEN)
                .page(0, LONGEST)
                .list();
    }

    /// Come back to who submitted them, and not submitted again since.
    List<Review> returnedTo(UUID schoolId, UUID submitterId) {
        return find(
                        "from Review r where r.schoolId = ?1 and r.submitterId = ?2 and r.stage = ?3 and not exists"
                                + " (select 1 from Review l where l.materialId = r.materialId and l.submittedAt > r.submittedAt)"
                                + " order by r.updatedAt desc",
                        schoolId,
                        submitterId,
                        Stage.RETURNED)
                .page(0, LONGEST)
                .list();
    }
}
