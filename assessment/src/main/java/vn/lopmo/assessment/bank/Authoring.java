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

    /// A version with the right key for a paper that was given; the one before stays. What was written into the bank
    /// since then stays the latest.
    ///
    /// @param of the version that the paper took
    public ItemVersion correct(Caller author, UUID itemId, int of, Item corrected, Instant now) {
        var item = items.get(author, itemId);
        var latest = versions.latest(author, itemId);
        if (latest.content().equals(corrected)) {
            return latest;
        }
        var meta = versions.get(author, itemId, of).meta();
        var right = item.write(item.latest(), corrected, meta, author, now);
        versions.persist(right);
        if (latest.number() != of) {
            versions.persist(item.write(item.latest(), latest.content(), latest.meta(), author, now));
        }
        return right;
    }
}
