package vn.lopmo.content.file.reading;

import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// One page of a file: safe HTML to read, and its words alone.
public record PageText(@Nullable String title, String text, String html) {
    /// Of plain lines, as a program that reads scans prints them: an empty line ends a paragraph.
    public static PageText ofLines(String lines) {
        var html = new StringBuilder();
        for (String paragraph : lines.replace("\f", "").split("\n\\s*\n", -1)) {
            html.append(Html.paragraph(VietnameseText.tidy(paragraph.replace('\n', ' '))));
        }
        var clean = RichText.sanitise(html.toString());
        return new PageText(null, VietnameseText.tidy(Html.words(clean)), clean);
    }
}
