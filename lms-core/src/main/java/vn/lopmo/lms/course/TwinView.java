package vn.lopmo.lms.course;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A [Twin] with the name of whoever wrote second.
record TwinView(
        String id,
        @Nullable String block,
        @Nullable String copy,
        @Nullable DraftField field,
        @Nullable String value,
        String by,
        Instant at) {
    static TwinView of(Twin twin, String name) {
        return new TwinView(twin.id(), twin.block(), twin.copy(), twin.field(), twin.value(), name, twin.at());
    }
}
