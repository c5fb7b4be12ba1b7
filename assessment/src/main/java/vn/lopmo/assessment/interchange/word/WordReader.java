package vn.lopmo.assessment.interchange.word;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;
import vn.lopmo.platform.refusal.Refusal;

/// Reads a Word file into blocks. One reader reads one file; not for several threads.
public final class WordReader {
    private static final int DEEPEST_TABLE = 8;
    /// Two hundred pages; a paper has ten.
    private static final int MOST_LETTERS = 600_000;

    private final Styles styles;
    private final Numbering numbering;
    private final Pictures pictures;
    private int letters;
    private int paragraphs;
    private int tables;

    private WordReader(WordFile file) {
        this.styles = new Styles(file.xml("word/styles.xml"));
        this.numbering = new Numbering(file.xml("word/numbering.xml"));
        var main = file.mainPart().orElse("word/document.xml");
        var relations = "word/_rels/" + main.substring(main.lastIndexOf('/') + 1) + ".rels";
        this.pictures = new Pictures(file, new Relations(file.xml(relations)));
    }

    /// @throws Refusal.Invalid if it is no Word file, or not one that can be read
    public static WordDocument read(Path path) throws IOException {
        try (WordFile file = WordFile.open(path)) {
            var root = file.xml(file.mainPart().orElse("word/document.xml"));
            @Nullable Element body = Dom.path(root.orElse(null), "body");
            if (body == null) {
                throw new Refusal.Invalid("word-without-document");
            }
            var reader = new WordReader(file);
            var blocks = reader.blocks(body, 0);
            return new WordDocument(blocks, reader.pictures.kept());
        }
    }

    private List<Block> blocks(Element parent, int depth) {
        var blocks = new ArrayList<Block>();
        for (Element child : Dom.children(parent)) {
            switch (Dom.name(child)) {
                case "p" -> blocks.add(paragraph(child));
                case "tbl" -> {
                    if (depth < DEEPEST_TABLE) {
                        blocks.add(table(child, depth));
                    }
                }
                case "sdt", "sdtContent", "ins", "customXml", "moveTo" -> blocks.addAll(blocks(child, depth));
                default -> {}
            }
        }
        return blocks;
    }

    private Block paragraph(Element paragraph) {
        @Nullable Element properties = Dom.child(paragraph, "pPr");
        var text = new ParagraphReader(styles, pictures, properties).read(paragraph);
        letters += text.length();
        if (letters > MOST_LETTERS) {
            throw new Refusal.Invalid("word-too-large");
        }
        var label = label(properties).map(one -> rich(one, properties)).orElse(Rich.EMPTY);
        return new Block.Paragraph("p" + ++paragraphs, label.plus(text));
    }

    private Optional<Numbering.Label> label(@Nullable Element properties) {
        @Nullable Element own = Dom.path(properties, "numPr");
        @Nullable Element numPr = own != null ? own : styles.numbering(Styles.value(properties, "pStyle"));
        return numPr == null ? Optional.empty() : numbering.next(numPr);
    }

    /// Word sets a label like the paragraph's own mark, then as its list says.
    private Rich rich(Numbering.Label label, @Nullable Element properties) {
        var look = styles.run(styles.paragraph(properties), Dom.path(properties, "rPr"));
        return Rich.of(label.text() + " ", Styles.apply(look, label.look()));
    }

    private Block.Table table(Element table, int depth) {
        var id = "t" + ++tables;
        var rows = new ArrayList<List<Block.Cell>>();
        for (Element row : rows(table)) {
            var cells = new ArrayList<Block.Cell>();
            for (Element cell : Dom.children(row)) {
                if (Dom.name(cell).equals("tc")) {
                    int span = Numbering.integer(Styles.value(Dom.child(cell, "tcPr"), "gridSpan"), 1);
                    cells.add(new Block.Cell(blocks(cell, depth + 1), Math.clamp(span, 1, 60)));
                }
            }
            rows.add(List.copyOf(cells));
        }
        return new Block.Table(id, rows);
    }

    private static List<Element> rows(Element table) {
        return Dom.children(table).stream()
                .filter(child -> Dom.name(child).equals("tr"))
                .toList();
    }
}
