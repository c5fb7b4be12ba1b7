package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/// Numbers the values of facets, so that counting is adding up in an array. A number once given stays. Safe for any
/// number of threads.
final class FacetNames {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> facets = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /// Of every value that a segment knows, by its place there.
    int[] numbers(SortedSetDocValues segment) throws IOException {
        var result = new int[(int) segment.getValueCount()];
        for (int ord = 0; ord < result.length; ord++) {
            result[ord] = numberOf(segment.lookupOrd(ord).utf8ToString());
        }
        return result;
    }

    private synchronized int numberOf(String name) {
        @Nullable Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int slash = name.indexOf('/');
        facets.add(name.substring(0, slash));
        values.add(name.substring(slash + 1));
        numbers.put(name, facets.size() - 1);
        return facets.size() - 1;
    }

    /// -1 if nothing has this value.
    synchronized int find(String facet, String value) {
        return numbers.getOrDefault(facet + "/" + value, -1);
    }

    synchronized int size() {
        return facets.size();
    }

    synchronized String facet(int number) {
        return facets.get(number);
    }

    synchronized String value(int number) {
        return values.get(number);
    }
}
