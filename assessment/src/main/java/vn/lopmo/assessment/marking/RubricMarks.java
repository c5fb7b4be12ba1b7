package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;

/// Points by criterion, as they lie in a jsonb column.
final class RubricMarks {
    private RubricMarks() {}

    private static final class Points extends HashMap<String, BigDecimal> {}

    static @Nullable Map<String, BigDecimal> read(@Nullable String json) {
        return json == null ? null : Map.copyOf(ItemJson.read(json, Points.class));
    }

    static @Nullable String write(@Nullable Map<String, BigDecimal> points) {
        return points == null ? null : ItemJson.write(points);
    }
}
