package vn.lopmo.assessment.bank;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// All versions of all items. Every question is asked for a school: another school's versions are not there.
@ApplicationScoped
public class ItemVersions implements PanacheRepositoryBase<ItemVersion, UUID> {
    private static final String LATEST =
            "from ItemVersion v join BankItem i on i.id = v.itemId and i.latest = v.number where v.schoolId = ?1 ";

    public Optional<ItemVersion> find(UUID schoolId, UUID itemId, int number) {
        return find("schoolId = ?1 and itemId = ?2 and number = ?3", schoolId, itemId, number)
                .firstResultOptional();
    }

    public ItemVersion get(Caller caller, UUID itemId, int number) {
        return find(caller.schoolId(), itemId, number).orElseThrow(() -> new Refusal.NotFound("not-found"));
    }

    /// @throws Refusal.NotFound if the caller's school has no such item
    public ItemVersion latest(Caller caller, UUID itemId) {
        return find("select v " + LATEST + "and v.itemId = ?2", caller.schoolId(), itemId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("not-found"));
    }

    /// The latest version of each of these items, in no order; what is not of this school is left out.
    public List<ItemVersion> latest(UUID schoolId, Collection<UUID> itemIds) {
        return itemIds.isEmpty() ? List.of() : list("select v " + LATEST + "and v.itemId in ?2", schoolId, itemIds);
    }
}
