package vn.lopmo.content.file.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the XML of a Word document or a slide: both have paragraphs (`p`) of runs (`r`) of text (`t`), tables (`tbl`,
/// `tr`, `tc`) and pictures (`blip`), only under other prefixes. Needs no more memory than the paragraph in hand.
final class OoxmlText {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Archive archive;
    private final Extract extract;
    private final Map<String, String> relations;
    private final WordFonts fonts;
    private final Sink sink;
    private final StringBuilder runs = new StringBuilder();
    private final StringBuilder rows = new StringBuilder();
    private int tables;
    private int skipping;
    private String style = "";
    private String placeholder = "";
    private String open = "";
    private String close = "";
    private @Nullable String font;

    /// Takes what is found, in the order of reading.
    interface Sink {
        /// @param style the paragraph's style (Word) or the shape's placeholder (slide), in lower case
        void block(String style, String html) throws IOException;
    }

    private OoxmlText(Archive archive, Extract extract, Map<String, String> relations, WordFonts fonts, Sink sink) {
        this.archive = archive;
        this.extract = extract;
        this.relations = relations;
        this.fonts = fonts;
        this.sink = sink;
    }

    static void walk(Archive archive, String part, Extract extract, Sink sink) throws IOException, Unreadable {
        var walk = new OoxmlText(archive, extract, relations(archive, part), WordFonts.of(archive), sink);
        try {
            walk.read(reader(archive.get(part)));
        } catch (XMLStreamException broken) {
            throw new Unreadable(Unreadable.BROKEN);
        }
    }

    /// The parts that a part refers to, by relation id.
    static Map<String, String> relations(Archive archive, String part) throws IOException, Unreadable {
        int slash = part.lastIndexOf('/') + 1;
        var content = archive.find(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        var relations = new HashMap<String, String>();
        if (content == null) {
            return relations;
        }
        try {
            var xml = reader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    var target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    relations.put(String.valueOf(xml.getAttributeValue(null, "Id")), Archive.resolve(part, target));
                }
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(Unreadable.BROKEN);
        }
        return relations;
    }

    /// Without entities and outside references: neither billion laughs nor a look into this machine.
    static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable {
        var name = xml.getLocalName();
        if (name.equals("Fallback") || name.equals("del") || name.equals("instrText") || skipping > 0) {
            skipping++;
            return;
        }
        switch (name) {
            case "t" -> text(xml.getElementText());
            case "tab" -> runs.append(' ');
            case "br", "cr" -> runs.append("<br>");
            case "pStyle" -> style = lower(xml.getAttributeValue(xml.getNamespaceURI(), "val"));
            case "ph" -> placeholder = lower(xml.getAttributeValue(null, "type"));
            case "sp" -> placeholder = "";
            case "r" -> plain();
            case "rPr" -> slideRun(xml);
            case "rFonts" -> font = firstOf(xml, "ascii", "hAnsi");
            case "latin" -> font = xml.getAttributeValue(null, "typeface");
            case "rStyle" -> font = fonts.ofStyle(lower(xml.getAttributeValue(xml.getNamespaceURI(), "val")));
            case "b", "i", "u", "strike", "vertAlign" -> wordRun(xml);
            case "blip" -> picture(xml.getAttributeValue(RELATIONSHIPS, "embed"));
            case "tbl" -> rows.append(tables++ == 0 ? "<table>" : "");
            case "tr" -> rows.append(tables == 1 ? "<tr>" : "");
            case "tc" -> rows.append(tables == 1 ? "<td>" : "");
            default -> {}
        }
    }

    private void end(String name) throws IOException {
        if (skipping > 0) {
            skipping--;
            return;
        }
        switch (name) {
            case "p" -> paragraph();
            case "tc" -> rows.append(tables == 1 ? "</td>" : " ");
            case "tr" -> rows.append(tables == 1 ? "</tr>" : "<br>");
            case "tbl" -> endTable();
            default -> {}
        }
    }

    private void text(String text) {
        var named = font != null ? font : fonts.ofStyle(style);
        runs.append(open).append(Html.escape(extract.turned(text, named))).append(close);
    }

    private void plain() {
        open = "";
        close = "";
        font = null;
    }

    private void wrap(String tag) {
        open = open + "<" + tag + ">";
        close = "</" + tag + ">" + close;
    }

    /// Slides: `<a:rPr b="1" i="1">`.
    private void slideRun(XMLStreamReader xml) {
        if ("1".equals(xml.getAttributeValue(null, "b"))) {
            wrap("strong");
        }
        if ("1".equals(xml.getAttributeValue(null, "i"))) {
            wrap("em");
        }
    }

    /// Word: `<w:b/>`, and `<w:b w:val="0"/>` for "not".
    private void wordRun(XMLStreamReader xml) {
        var value = lower(xml.getAttributeValue(xml.getNamespaceURI(), "val"));
        if (value.equals("0") || value.equals("false") || value.equals("none") || value.equals("baseline")) {
            return;
        }
        switch (xml.getLocalName()) {
            case "b" -> wrap("strong");
            case "i" -> wrap("em");
            case "u" -> wrap("u");
            case "strike" -> wrap("s");
            case "vertAlign" -> wrap(value.equals("subscript") ? "sub" : "sup");
            default -> {}
        }
    }

    private static @Nullable String firstOf(XMLStreamReader xml, String one, String other) {
        var first = xml.getAttributeValue(xml.getNamespaceURI(), one);
        return first != null ? first : xml.getAttributeValue(xml.getNamespaceURI(), other);
    }

    private void picture(@Nullable String relation) throws IOException, Unreadable {
        var part = relation == null ? null : relations.get(relation);
        var content = part == null ? null : archive.findPicture(part);
        var address = content == null ? "" : extract.picture(content);
        if (!address.isEmpty()) {
            runs.append("<img src=\"").append(address).append("\" alt=\"\">");
        }
    }

    private void paragraph() throws IOException {
        var html = runs.toString();
        runs.setLength(0);
        plain();
        if (tables > 0) {
            rows.append(rows.toString().endsWith("<td>") || html.isBlank() ? html : "<br>" + html);
        } else if (!html.isBlank()) {
            sink.block(style.isEmpty() ? placeholder : style, html);
        }
        style = "";
    }

    private void endTable() throws IOException {
        if (--tables == 0) {
            var table = rows.append("</table>").toString();
            rows.setLength(0);
            sink.block("table", table);
        }
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(java.util.Locale.ROOT);
    }
}
