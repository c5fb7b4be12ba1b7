package vn.lopmo.assessment.bank;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.platform.caller.Caller;

/// Writing questions into the bank: an identity and its versions at once. Runs in the caller's transaction.
@ApplicationScoped
public class Authoring {
    private final BankItems items;
    private final ItemVersions versions;

    Authoring(BankItems items, ItemVersions versions) {
        this.items = items;
        this.versions = versions;
    }

    public ItemVersion create(Caller author, Item content, Meta meta, Instant now) {
        var item = BankItem.create(author, now);
        var first = item.write(0, content, meta, author, now);
        items.persist(item);
        versions.persist(first);
        return first;
    }

    public ItemVersion revise(Caller author, UUID itemId, int expected, Item content, Meta meta, Instant now) {
        var next = items.get(author, itemId).write(expected, content, meta, author, now);
        versions.persist(next);
        return next;
    }
}
