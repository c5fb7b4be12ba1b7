package vn.lopmo.content.file;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Metadata;

/// One row of a list of materials: a file, and how it is described.
///
/// @param row as a spreadsheet numbers it
/// @param state what applying does, or did
/// @param materialId once there is one
record BulkLine(
        int row,
        String file,
        Metadata metadata,
        List<Fault> faults,
        State state,
        @Nullable UUID materialId) {
    enum State {
        /// A draft is made of a file that came with the list.
        NEW,
        /// The file is in the library already, and its description is another.
        CHANGED,
        /// Nothing to do.
        SAME,
        BAD
    }

    /// @param column as the list heads it; empty for the whole row
    /// @param problem a slug and the words that fill its sentence, bars between
    record Fault(String column, String problem) {}

    BulkLine as(State state, @Nullable UUID materialId) {
        return new BulkLine(row, file, metadata, faults, state, materialId);
    }

    BulkLine bad(String column, String problem) {
        var all = new java.util.ArrayList<>(faults);
        all.add(new Fault(column, problem));
        return new BulkLine(row, file, metadata, List.copyOf(all), State.BAD, materialId);
    }
}
