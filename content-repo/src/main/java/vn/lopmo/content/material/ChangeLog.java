package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Tells the search index, in the transaction of a change, which material it must look at again.
@ApplicationScoped
public class ChangeLog {
    private final EntityManager database;
    private final Event<Changed> news;

    ChangeLog(EntityManager database, Event<Changed> news) {
        this.database = database;
        this.news = news;
    }

    /// Wakes who listens within this process; who missed it finds the row.
    public record Changed(UUID materialId) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(UUID materialId) {
        database.createNativeQuery("insert into index_change (material_id) values (:id)")
                .setParameter("id", materialId)
                .executeUpdate();
        news.fire(new Changed(materialId));
    }
}
