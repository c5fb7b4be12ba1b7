package vn.lopmo.assessment.bank;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    /// What became of a correction in the bank.
    ///
    /// @param version the one with the right key, for the paper that was given
    /// @param latestLeft whether the latest version has a key of its own, which nobody but a person can judge
    public record Corrected(ItemVersion version, boolean latestLeft) {}

    /// A version with the right key for a paper that was given; the one before stays. What was written into the bank
    /// since then stays the latest, with the right key too if it had kept the wrong one.
    ///
    /// @param of the version that the paper took
    public Corrected correct(Caller author, UUID itemId, int of, UnaryOperator<Item> correction, Instant now) {
        var item = items.get(author, itemId);
        var latest = versions.latest(author, itemId);
        var printed = versions.get(author, itemId, of);
        var corrected = correction.apply(printed.content());
        if (latest.content().equals(corrected)) {
            return new Corrected(latest, false);
        }
        var right = item.write(item.latest(), corrected, printed.meta(), author, now);
        versions.persist(right);
        if (latest.number() == of) {
            return new Corrected(right, false);
        }
        boolean keptTheKey = latest.content().isKeyedLike(printed.content());
        var content = keptTheKey ? correction.apply(latest.content()) : latest.content();
        versions.persist(item.write(item.latest(), content, latest.meta(), author, now));
        return new Corrected(right, !content.isKeyedLike(corrected));
    }
}
