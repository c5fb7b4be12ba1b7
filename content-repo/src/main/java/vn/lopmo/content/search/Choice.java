package vn.lopmo.content.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facets' values chosen: several of one facet widen, several facets narrow. Safe for any number of threads.
final class Choice {
    private final int all;
    /// Of each value's number, the bit of its facet if that facet was chosen from.
    private final int[] bits;
    private final boolean[] chosen;

    private Choice(int all, int[] bits, boolean[] chosen) {
        this.all = all;
        this.bits = bits;
        this.chosen = chosen;
    }

    static Choice of(Map<String, List<String>> values, FacetNames names) {
        var bits = new int[names.size()];
        var chosen = new boolean[names.size()];
        var facets = List.copyOf(values.keySet());
        for (int number = 0; number < bits.length; number++) {
            int facet = facets.indexOf(names.facet(number));
            @Nullable List<String> wanted = facet < 0 ? null : values.get(facets.get(facet));
            if (wanted != null) {
                bits[number] = 1 << facet;
                chosen[number] = wanted.contains(names.value(number));
            }
        }
        return new Choice((1 << facets.size()) - 1, bits, chosen);
    }

    boolean isEmpty() {
        return all == 0;
    }

    /// The bits of the facets in which a material has no value chosen.
    int missing(Columns columns, int place) {
        int missing = all;
        int to = columns.facetsFrom[place + 1];
        for (int i = columns.facetsFrom[place]; i < to; i++) {
            int number = columns.facets[i];
            if (number < chosen.length && chosen[number]) {
                missing &= ~bits[number];
            }
        }
        return missing;
    }

    /// 0 if the value's facet was not chosen from.
    int bitOf(int number) {
        return number < bits.length ? bits[number] : 0;
    }
}
