package vn.lopmo.assessment.interchange.word;

import java.util.List;

/// A paragraph or a table of a Word file, in the order of the file. Ids are made while reading (`p1`, `p2` …, `t1` …).
public sealed interface Block {
    String id();

    /// @param text begins with the label that automatic numbering gives, if it gives one
    record Paragraph(String id, Rich text) implements Block {}

    record Table(String id, List<List<Cell>> rows) implements Block {}

    record Cell(List<Block> content, int columns) {}
}
