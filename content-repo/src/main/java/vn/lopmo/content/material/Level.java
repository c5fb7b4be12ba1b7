package vn.lopmo.content.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The level of schooling (cấp học).
public enum Level {
    TIEU_HOC,
    THCS,
    THPT;

    private static final int LAST_OF_PRIMARY = 5;
    private static final int LAST_OF_LOWER_SECONDARY = 9;

    public static Level of(int grade) {
        return grade <= LAST_OF_PRIMARY ? TIEU_HOC : grade <= LAST_OF_LOWER_SECONDARY ? THCS : THPT;
    }

    /// Null if the grades are of several levels, or there are none.
    static @Nullable Level of(List<Integer> grades) {
        var levels = grades.stream().map(Level::of).distinct().toList();
        return levels.size() == 1 ? levels.getFirst() : null;
    }
}
