package vn.lopmo.lms.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// The guardians and children of a school as they were read at once, and as they become. For one transaction and one
/// thread.
public final class Ties {
    public record Pair(UUID guardianId, UUID childId) {}

    private final Guardianships guardianships;
    private final Instant now;
    private final Map<Pair, Guardianship> all = new HashMap<>();

    Ties(Guardianships guardianships, Collection<Guardianship> some, Instant now) {
        this.guardianships = guardianships;
        this.now = now;
        some.forEach(each -> all.put(new Pair(each.guardianId(), each.childId()), each));
    }

    public Set<Pair> pairs() {
        return Set.copyOf(all.keySet());
    }

    public List<UUID> guardiansOf(UUID childId) {
        return all.keySet().stream()
                .filter(pair -> pair.childId.equals(childId))
                .map(Pair::guardianId)
                .toList();
    }

    public boolean has(Pair pair) {
        return all.containsKey(pair);
    }

    public @Nullable String relation(Pair pair) {
        var tie = all.get(pair);
        return tie == null ? null : tie.relation();
    }

    /// @param relation null if nothing is said of it
    public boolean isSo(Pair pair, @Nullable String relation) {
        return has(pair) && (relation == null || Objects.equals(relation(pair), VietnameseText.tidy(relation)));
    }

    /// @param relation null leaves it as it is
    public void tie(Person guardian, Person child, @Nullable String relation) {
        var tie = all.computeIfAbsent(new Pair(guardian.id(), child.id()), unused -> {
            var made = Guardianship.of(guardian, child, now);
            guardianships.persist(made);
            return made;
        });
        if (relation != null) {
            tie.relate(relation);
        }
    }
}
