package vn.lopmo.content.file.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// XML of strangers, read by a parser that knows no entities of a document's own and fetches nothing. Names count
/// without their prefix and case: packages bind prefixes as they like.
final class Xml {
    private Xml() {}

    static Document parse(byte[] content) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(content), null, "", Parser.xmlParser());
    }

    static Stream<Element> children(@Nullable Element of, String name) {
        return of == null ? Stream.empty() : of.children().stream().filter(each -> isCalled(each.tagName(), name));
    }

    static @Nullable Element child(@Nullable Element of, String name) {
        return children(of, name).findFirst().orElse(null);
    }

    /// The first of that name, however deep.
    static @Nullable Element inside(@Nullable Element of, String name) {
        return of == null
                ? null
                : of.getAllElements().stream()
                        .filter(each -> isCalled(each.tagName(), name))
                        .findFirst()
                        .orElse(null);
    }

    static String text(@Nullable Element element) {
        return element == null ? "" : element.wholeText().strip();
    }

    /// "" if there is none.
    static String attribute(@Nullable Element of, String name) {
        if (of == null) {
            return "";
        }
        for (Attribute each : of.attributes()) {
            if (isCalled(each.getKey(), name)) {
                return each.getValue().strip();
            }
        }
        return "";
    }

    private static boolean isCalled(String qualified, String name) {
        return qualified
                .substring(qualified.indexOf(':') + 1)
                .toLowerCase(Locale.ROOT)
                .equals(name.toLowerCase(Locale.ROOT));
    }
}
