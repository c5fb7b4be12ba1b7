package vn.lopmo.lms.organisation.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a line of a sheet of units would do, or why it does nothing.
///
/// @param sheetRow as people see it beside the sheet, from 1
/// @param kind     null where it was not understood
/// @param parent   as it was typed
record UnitLine(
        int sheetRow,
        Verdict verdict,
        String code,
        String name,
        Unit.@Nullable Kind kind,
        String parent,
        List<Change> changes,
        List<Reason> reasons) {
    enum Verdict {
        NEW,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    enum Column {
        CODE,
        NAME,
        KIND,
        PARENT,
        OFFICERS
    }

    record Change(Column column, String from, String to) {}

    record Reason(Column column, String slug, String title) {}
}
