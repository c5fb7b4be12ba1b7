package vn.lopmo.lms.learning.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.lms.course.MediaStore;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class WorkFiles implements PanacheRepositoryBase<WorkFile, UUID> {
    private static final Logger LOG = Logger.getLogger(WorkFiles.class);

    private final MediaStore store;

    WorkFiles(MediaStore store) {
        this.store = store;
    }

    /// @throws Refusal.NotFound also if it is another school's
    WorkFile get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("work-not-found"));
    }

    Optional<WorkFile> sent(UUID learnerId, UUID taskId, UUID sentAs) {
        return find("learnerId = ?1 and taskId = ?2 and sentAs = ?3", learnerId, taskId, sentAs)
                .firstResultOptional();
    }

    List<WorkFile> of(UUID learnerId, UUID taskId) {
        return list("learnerId = ?1 and taskId = ?2 order by place", learnerId, taskId);
    }

    List<WorkFile> of(UUID learnerId) {
        return list("learnerId = ?1 order by addedAt", learnerId);
    }

    List<WorkFile> ofWorks(Collection<UUID> workIds) {
        return workIds.isEmpty() ? List.of() : list("workId in ?1 order by place", workIds);
    }

    /// How many can carry remarks. A PDF that came before they were counted is counted now.
    int pagesOf(WorkFile file) {
        var known = file.pages();
        if (known == null) {
            known = count(file);
            file.havePages(known);
        }
        return known;
    }

    /// Counts what is not counted yet of a learner's tries, unless the store is away. To be called outside of any
    /// transaction.
    void countPages(UUID learnerId, UUID taskId) {
        var uncounted = QuarkusTransaction.requiringNew()
                .call(() -> list("learnerId = ?1 and taskId = ?2 and pages is null", learnerId, taskId));
        try {
            uncounted.forEach(this::count);
        } catch (Refusal.Unavailable away) {
            LOG.debugf("pages stay uncounted: %s", away.slug());
        }
    }

    /// Kept in a transaction of its own: it is counted once, whatever becomes of what asked for it.
    private int count(WorkFile file) {
        int pages = PdfPages.count(store.get(file.objectName()));
        QuarkusTransaction.requiringNew()
                .run(() -> update("pages = ?1 where id = ?2 and pages is null", pages, file.id()));
        return pages;
    }

    /// Rows and bytes. The bytes go first: what is left of a broken attempt is a row, which the next one finds.
    void remove(List<WorkFile> files) {
        for (var file : files) {
            store.remove(file.objectName());
            delete(file);
        }
    }
}
