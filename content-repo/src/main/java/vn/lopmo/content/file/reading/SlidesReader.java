package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads a .pptx: a page for each slide, in the order of the show, with the speaker's notes below.
final class SlidesReader {
    private static final String SHOW = "ppt/presentation.xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private SlidesReader() {}

    static void read(Archive archive, Extract extract) throws IOException, Unreadable {
        for (String slide : slides(archive)) {
            var page = new Slide();
            OoxmlText.walk(archive, slide, extract, page);
            for (String related : OoxmlText.relations(archive, slide).values()) {
                if (related.contains("/notesSlides/")) {
                    var notes = new Slide();
                    OoxmlText.walk(archive, related, extract, notes);
                    page.notes(notes);
                }
            }
            extract.page(page.title, page.html());
        }
    }

    private static List<String> slides(Archive archive) throws IOException, Unreadable {
        var relations = OoxmlText.relations(archive, SHOW);
        var order = new ArrayList<String>();
        try {
            var xml = OoxmlText.reader(archive.get(SHOW));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sldId")) {
                    var slide = relations.get(String.valueOf(xml.getAttributeValue(RELATIONSHIPS, "id")));
                    if (slide != null && archive.has(slide)) {
                        order.add(slide);
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(Unreadable.BROKEN);
        }
        return order;
    }

    private static final class Slide implements OoxmlText.Sink {
        private final StringBuilder html = new StringBuilder();
        private @Nullable String title;

        @Override
        public void block(String placeholder, String block) {
            if (placeholder.equals("title") || placeholder.equals("ctrtitle")) {
                title = title == null ? Html.words(block) : title;
                html.append("<h2>").append(block).append("</h2>");
            } else if (placeholder.equals("table")) {
                html.append(block);
            } else if (!placeholder.equals("sldnum") && !placeholder.equals("dt") && !placeholder.equals("ftr")) {
                html.append("<p>").append(block).append("</p>");
            }
        }

        void notes(Slide notes) {
            if (!notes.html.isEmpty()) {
                html.append("<blockquote>").append(notes.html).append("</blockquote>");
            }
        }

        String html() {
            return html.toString();
        }
    }
}
