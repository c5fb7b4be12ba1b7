package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The counts of facets by name: of each the values that most have, the largest first.
final class FacetCounts {
    private static final int MOST_VALUES = 30;

    private record Count(String value, int count) {}

    private FacetCounts() {}

    static Map<String, Map<String, Integer>> of(int[] counts, FacetNames names, Reach reach) {
        var all = new TreeMap<String, List<Count>>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0 && mayBeTold(names, number, reach)) {
                all.computeIfAbsent(names.facet(number), facet -> new ArrayList<>())
                        .add(new Count(names.value(number), counts[number]));
            }
        }
        var facets = new TreeMap<String, Map<String, Integer>>();
        all.forEach((facet, values) -> facets.put(facet, largest(values)));
        return facets;
    }

    private static boolean mayBeTold(FacetNames names, int number, Reach reach) {
        return !names.facet(number).equals(Fields.CLASS_FACET) || reach.mayName(names.value(number));
    }

    private static Map<String, Integer> largest(List<Count> values) {
        values.sort(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value));
        var largest = new LinkedHashMap<String, Integer>();
        values.stream().limit(MOST_VALUES).forEach(count -> largest.put(count.value, count.count));
        return largest;
    }
}
