package vn.lopmo.lms.course.cartridge;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lopmo.lms.course.cartridge.Cartridge.Lesson;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Other;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Part;
import vn.lopmo.lms.course.cartridge.Cartridge.Quiz;
import vn.lopmo.lms.course.cartridge.Cartridge.Topic;

/// Writes SCORM 1.2: each lesson a page that says "completed" once its end was seen, and where the reader was.
public final class ScormWriter {
    /// Finds the player's API as the standard says (parents first, then the opener), and is silent without one.
    private static final String SCRIPT = """
            (function () {
              function find(from) {
                for (var i = 0; from && i < 500; i++) {
                  try { if (from.API) return from.API; } catch (away) { return null; }
                  if (from.parent === from) return null;
                  from = from.parent;
                }
                return null;
              }
              var api = find(window) || (window.opener ? find(window.opener) : null);
              if (!api) return;
              api.LMSInitialize('');
              var done = api.LMSGetValue('cmi.core.lesson_status') === 'completed';
              if (!done) api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
              var place = Number(api.LMSGetValue('cmi.core.lesson_location'));
              function save() {
                var page = document.documentElement;
                api.LMSSetValue('cmi.core.lesson_location', String(Math.round(page.scrollTop)));
                if (!done && page.scrollTop + window.innerHeight >= page.scrollHeight - 8) {
                  done = true;
                  api.LMSSetValue('cmi.core.lesson_status', 'completed');
                }
                api.LMSCommit('');
              }
              var ended = false;
              function end() {
                if (ended) return;
                ended = true;
                save();
                api.LMSFinish('');
              }
              var timer;
              window.addEventListener('scroll', function () { clearTimeout(timer); timer = setTimeout(save, 400); });
              window.addEventListener('load', function () { if (place > 0) window.scrollTo(0, place); save(); });
              window.addEventListener('pagehide', end);
            })();
            """;

    private final Cartridge cartridge;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder items = new StringBuilder();
    private final StringBuilder resources = new StringBuilder();
    private int number;

    private ScormWriter(Cartridge cartridge) {
        this.cartridge = cartridge;
    }

    /// The whole file.
    public static byte[] write(Cartridge cartridge) {
        return new ScormWriter(cartridge).zip();
    }

    private byte[] zip() {
        files.put("imsmanifest.xml", new byte[0]);
        files.put("scorm.js", CartridgeWriter.utf8(SCRIPT));
        for (var unit : cartridge.units()) {
            number++;
            items.append("<item identifier=\"u_%d\"><title>%s</title>\n".formatted(number, Xml.escaped(unit.title())));
            unit.lessons().forEach(this::lesson);
            items.append("</item>\n");
        }
        files.putAll(cartridge.files());
        files.put("imsmanifest.xml", CartridgeWriter.utf8(manifest()));
        return Zip.of(files);
    }

    private void lesson(Lesson lesson) {
        number++;
        var path = "bai-" + number + ".html";
        var body = new StringBuilder();
        lesson.parts().forEach(part -> body.append(html(part)));
        var html = PageHtml.whole(lesson.title(), body.toString(), "", "<script src=\"scorm.js\"></script>");
        files.put(path, CartridgeWriter.utf8(html));
        items.append("<item identifier=\"i_%d\" identifierref=\"r_%d\"><title>%s</title></item>\n"
                .formatted(number, number, Xml.escaped(lesson.title())));
        resources.append("<resource identifier=\"r_%d\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"%s\">"
                .formatted(number, path));
        resources.append("<file href=\"%s\"/><file href=\"scorm.js\"/>".formatted(path));
        PageHtml.pictures(body.toString())
                .forEach(picture -> resources.append("<file href=\"%s\"/>".formatted(Xml.escaped(picture))));
        resources.append("</resource>\n");
    }

    private static String html(Part part) {
        return switch (part) {
            case Page page -> page.html();
            case Link link ->
                "<p><a href=\"%s\">%s</a></p>".formatted(Xml.escaped(link.url()), Xml.escaped(link.title()));
            case Topic topic -> "<h2>%s</h2>%s".formatted(Xml.escaped(topic.title()), topic.html());
            case Quiz quiz -> "<h2>%s</h2>%s".formatted(Xml.escaped(quiz.title()), PageHtml.questions(quiz));
            case Other other -> "<p>%s</p>".formatted(Xml.escaped(other.title()));
        };
    }

    private String manifest() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest identifier="lopmo" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
                xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd \
                http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
                <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
                <organizations default="o_1">
                <organization identifier="o_1"><title>%s</title>
                %s</organization>
                </organizations>
                <resources>
                %s</resources>
                </manifest>
                """.formatted(Xml.escaped(cartridge.title()), items, resources);
    }
}
