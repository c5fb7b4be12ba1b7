package vn.lopmo.assessment.sitting;

import java.util.ArrayList;
import java.util.List;

/// Puts lists into an order that a seed fixes for good. The generator (SplitMix64, Steele et al. 2014) is written
/// out here, so that a sitting shows the same order on every version of Java.
final class Mixing {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    /// @param of what is mixed: one seed gives each list of a sitting an order of its own
    Mixing(long seed, long of) {
        this.state = seed ^ of * GOLDEN;
    }

    /// Fisher and Yates.
    <T> List<T> mixed(List<T> list) {
        var mixed = new ArrayList<>(list);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(next(), i + 1L);
            var swapped = mixed.get(i);
            mixed.set(i, mixed.get(j));
            mixed.set(j, swapped);
        }
        return List.copyOf(mixed);
    }

    private long next() {
        state += GOLDEN;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
