package vn.lopmo.content.search;

import java.util.Map;

/// What stands in the index's own commit: how its documents are made, from which database, on which order, and how far
/// it goes.
record IndexNote(String source, long rebuild) {
    /// Raised when documents are made differently.
    static final String FORM = "3";

    static IndexNote of(Map<String, String> note) {
        return new IndexNote(note.getOrDefault("source", ""), Long.parseLong(note.getOrDefault("rebuild", "0")));
    }

    /// Whether the index can be led on from where the note leaves it.
    static boolean holds(Map<String, String> note, String source, ChangeTail.Position reached) {
        return FORM.equals(note.get("form"))
                && source.equals(note.get("source"))
                && !ChangeTail.Position.of(note).isAfter(reached);
    }

    Map<String, String> at(ChangeTail.Position position) {
        return Map.of(
                "form",
                FORM,
                "source",
                source,
                "rebuild",
                Long.toString(rebuild),
                "transaction",
                Long.toString(position.transaction()),
                "number",
                Long.toString(position.number()));
    }
}
