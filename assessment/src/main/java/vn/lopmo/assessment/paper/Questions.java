package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.assessment.bank.ItemVersion;
import vn.lopmo.assessment.bank.ItemVersions;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// The bank's questions as papers use them. Runs in the caller's transaction.
@ApplicationScoped
class Questions {
    private final ItemVersions versions;

    Questions(ItemVersions versions) {
        this.versions = versions;
    }

    /// A slot that somebody asks for: an item of the bank and what it is worth.
    record Wish(UUID itemId, BigDecimal points) {}

    /// The item's latest version by item.
    Map<UUID, ItemVersion> latest(UUID schoolId, List<Part> parts) {
        var ids = parts.stream().flatMap(part -> part.slots().stream()).map(Slot::itemId);
        return byItem(versions.latest(schoolId, ids.collect(Collectors.toSet())));
    }

    /// The same parts with every slot fixed to its item's latest version.
    List<Part> fixed(UUID schoolId, List<Part> parts) {
        var latest = latest(schoolId, parts);
        return parts.stream()
                .map(part -> new Part(
                        part.title(),
                        part.instructions(),
                        part.slots().stream()
                                .map(slot -> fixed(slot, known(latest, slot.itemId())))
                                .toList()))
                .toList();
    }

    private static Slot fixed(Slot slot, ItemVersion version) {
        return new Slot(slot.id(), slot.itemId(), version.number(), slot.points());
    }

    /// The slots for these wishes, in their order. An item that the paper had before keeps its slot.
    ///
    /// @param used ids of items that other parts of the paper hold; grows by those of this one
    /// @throws Refusal.Invalid if the school has no such item, or an item comes twice
    List<Slot> slots(UUID schoolId, List<Wish> wishes, Map<UUID, UUID> slotsBefore, Collection<UUID> used) {
        var latest = byItem(
                versions.latest(schoolId, wishes.stream().map(Wish::itemId).collect(Collectors.toSet())));
        var slots = new ArrayList<Slot>();
        for (var wish : wishes) {
            var version = latest.get(wish.itemId());
            if (version == null) {
                throw new Refusal.Invalid("paper-item-unknown");
            }
            if (!used.add(wish.itemId())) {
                throw new Refusal.Invalid("paper-item-twice");
            }
            var id = slotsBefore.getOrDefault(wish.itemId(), Ids.next(version.createdAt()));
            slots.add(new Slot(id, wish.itemId(), version.number(), wish.points()));
        }
        return slots;
    }

    static Map<UUID, UUID> slotsByItem(List<Part> parts) {
        return parts.stream().flatMap(part -> part.slots().stream()).collect(Collectors.toMap(Slot::itemId, Slot::id));
    }

    /// The versions that the slots are fixed to, by slot.
    Map<UUID, ItemVersion> of(UUID schoolId, List<Part> parts) {
        var slots = parts.stream().flatMap(part -> part.slots().stream()).toList();
        var items = new HashSet<UUID>();
        slots.forEach(slot -> items.add(slot.itemId()));
        var found = new HashMap<String, ItemVersion>();
        for (var version : versions.list("schoolId = ?1 and itemId in ?2", schoolId, items)) {
            found.put(version.itemId() + ":" + version.number(), version);
        }
        return slots.stream()
                .collect(Collectors.toMap(Slot::id, slot -> found.get(slot.itemId() + ":" + slot.itemVersion())));
    }

    /// Items are never deleted, so what a paper names is there.
    static ItemVersion known(Map<UUID, ItemVersion> versions, UUID id) {
        return Optional.ofNullable(versions.get(id)).orElseThrow();
    }

    private static Map<UUID, ItemVersion> byItem(List<ItemVersion> versions) {
        return versions.stream().collect(Collectors.toMap(ItemVersion::itemId, Function.identity()));
    }
}
