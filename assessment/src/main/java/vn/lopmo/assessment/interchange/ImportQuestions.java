package vn.lopmo.assessment.interchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// The questions of imports. Ask for the import first: it knows whose it is.
@ApplicationScoped
public class ImportQuestions implements PanacheRepositoryBase<ImportQuestion, UUID> {
    List<ImportQuestion> of(PaperImport paper) {
        return list("importId = ?1 order by n", paper.id());
    }

    ImportQuestion get(PaperImport paper, int n) {
        return find("importId = ?1 and n = ?2", paper.id(), n)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
    }
}
