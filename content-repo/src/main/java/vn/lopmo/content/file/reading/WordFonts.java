package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Which font each style of a Word document writes in. Only fonts from before Unicode are worth knowing.
final class WordFonts {
    private static final String STYLES = "word/styles.xml";
    private static final int DEEPEST = 10;

    private final Map<String, String> byStyle = new HashMap<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private @Nullable String usual;
    private String normal = "";

    private WordFonts() {}

    /// Without styles, or with such as cannot be read, nothing is known.
    static WordFonts of(Archive archive) throws IOException, Unreadable {
        var fonts = new WordFonts();
        var content = archive.find(STYLES);
        if (content != null) {
            try {
                fonts.read(OoxmlText.reader(content));
            } catch (XMLStreamException broken) {
                return fonts;
            }
        }
        return fonts;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var style = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                var space = xml.getNamespaceURI();
                switch (xml.getLocalName()) {
                    case "style" -> {
                        style = lower(xml.getAttributeValue(space, "styleId"));
                        boolean isNormal = "1".equals(xml.getAttributeValue(space, "default"))
                                && "paragraph".equals(xml.getAttributeValue(space, "type"));
                        normal = isNormal ? style : normal;
                    }
                    case "basedOn" -> basedOn.put(style, lower(xml.getAttributeValue(space, "val")));
                    case "rFonts" -> note(style, xml.getAttributeValue(space, "ascii"));
                    default -> {}
                }
            }
        }
    }

    private void note(String style, @Nullable String font) {
        if (font != null && style.isEmpty()) {
            usual = font;
        } else if (font != null) {
            byStyle.put(style, font);
        }
    }

    @Nullable
    String ofStyle(String style) {
        var at = style.isEmpty() ? normal : style;
        for (int i = 0; i < DEEPEST && !at.isEmpty(); i++) {
            var font = byStyle.get(at);
            if (font != null) {
                return font;
            }
            at = basedOn.getOrDefault(at, "");
        }
        return usual;
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
