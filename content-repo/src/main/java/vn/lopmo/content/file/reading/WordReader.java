package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a .docx. Word knows no pages before it lays them out, so a page here ends at a heading once it is long enough,
/// or when it gets too long.
final class WordReader implements OoxmlText.Sink {
    private static final int LONG_ENOUGH = 2_500;
    private static final int TOO_LONG = 8_000;
    private static final Pattern HEADING = Pattern.compile("(?:heading|tiêu đề|u)\\s*([1-6])");

    private final Extract extract;
    private final StringBuilder page = new StringBuilder();
    private @Nullable String title;

    private WordReader(Extract extract) {
        this.extract = extract;
    }

    static void read(Archive archive, Extract extract) throws IOException, Unreadable {
        var reader = new WordReader(extract);
        OoxmlText.walk(archive, "word/document.xml", extract, reader);
        reader.turn();
    }

    @Override
    public void block(String style, String html) throws IOException {
        var heading = HEADING.matcher(style);
        boolean isHeading = heading.matches() || style.equals("title");
        if (page.length() > (isHeading ? LONG_ENOUGH : TOO_LONG)) {
            turn();
        }
        if (isHeading) {
            int level = style.equals("title") ? 2 : Math.min(4, Integer.parseInt(heading.group(1)) + 1);
            title = title == null ? Html.words(html) : title;
            page.append("<h")
                    .append(level)
                    .append('>')
                    .append(html)
                    .append("</h")
                    .append(level)
                    .append('>');
        } else {
            page.append(style.equals("table") ? html : "<p>" + html + "</p>");
        }
    }

    private void turn() throws IOException {
        if (!page.isEmpty()) {
            extract.page(title, page.toString());
            page.setLength(0);
            title = null;
        }
    }
}
