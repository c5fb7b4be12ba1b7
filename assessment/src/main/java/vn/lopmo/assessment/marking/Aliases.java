package vn.lopmo.assessment.marking;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.sitting.Sitting;

/// What a sitting is called where names are hidden: "Bài 7". The order is the same for all markers of an assignment
/// and says nothing of who it is or when he was done.
final class Aliases {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Aliases() {}

    /// By sitting, in the order of the aliases. All sittings have one, so that it stays when others are handed in.
    static Map<UUID, String> of(UUID assignmentId, Collection<Sitting> sittings) {
        long seed = assignmentId.getMostSignificantBits() ^ assignmentId.getLeastSignificantBits();
        List<UUID> order = sittings.stream()
                .map(Sitting::id)
                .sorted(Comparator.<UUID>comparingLong(id -> mixed(seed ^ id.getLeastSignificantBits()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        var aliases = new LinkedHashMap<UUID, String>();
        order.forEach(id -> aliases.put(id, "Bài " + (aliases.size() + 1)));
        return aliases;
    }

    /// The finishing steps of SplitMix64 (Steele et al. 2014).
    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
