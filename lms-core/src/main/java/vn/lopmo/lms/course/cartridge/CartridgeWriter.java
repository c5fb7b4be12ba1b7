package vn.lopmo.lms.course.cartridge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lopmo.lms.course.cartridge.Cartridge.Lesson;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Other;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Part;
import vn.lopmo.lms.course.cartridge.Cartridge.Quiz;
import vn.lopmo.lms.course.cartridge.Cartridge.Topic;

/// Writes IMS Common Cartridge 1.3: pages as web content, links, discussion topics, in the folders of the course.
/// Used once and thrown away.
public final class CartridgeWriter {
    private static final String CP = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";
    private static final String LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest";
    private static final String LINK = "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3";
    private static final String TOPIC = "http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3";
    private static final String WHERE = CP + " http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd "
            + LOM + " http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd";

    private final Cartridge cartridge;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder items = new StringBuilder();
    private final StringBuilder resources = new StringBuilder();
    private int number;

    private CartridgeWriter(Cartridge cartridge) {
        this.cartridge = cartridge;
    }

    /// The whole file, an `.imscc`.
    public static byte[] write(Cartridge cartridge) {
        return new CartridgeWriter(cartridge).zip();
    }

    private byte[] zip() {
        files.put("imsmanifest.xml", new byte[0]);
        for (var unit : cartridge.units()) {
            open("u", unit.title());
            unit.lessons().forEach(this::lesson);
            items.append("</item>\n");
        }
        cartridge.files().forEach((path, bytes) -> {
            files.put(path, bytes);
            resource(next("f"), "webcontent", path, List.of());
        });
        files.put("imsmanifest.xml", utf8(manifest()));
        return Zip.of(files);
    }

    /// A lesson of one part is that part; of several, a folder.
    private void lesson(Lesson lesson) {
        if (lesson.parts().size() == 1) {
            part(lesson.parts().getFirst(), lesson.title());
            return;
        }
        open("l", lesson.title());
        lesson.parts().forEach(part -> part(part, part.title()));
        items.append("</item>\n");
    }

    private void part(Part part, String title) {
        switch (part) {
            case Page page -> page(page, title);
            case Link link ->
                own(title, "imswl_xmlv1p3", "web-links", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <webLink xmlns="%s"><title>%s</title><url href="%s" target="_blank"/></webLink>
                        """.formatted(
                                LINK, Xml.escaped(title), Xml.escaped(link.url())));
            case Topic topic ->
                own(title, "imsdt_xmlv1p3", "topics", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <topic xmlns="%s"><title>%s</title><text texttype="text/html">%s</text></topic>
                        """.formatted(
                                TOPIC, Xml.escaped(title), Xml.escaped(topic.html())));
            case Quiz quiz -> page(new Page(quiz.title(), PageHtml.questions(quiz)), title);
            case Other other -> page(new Page(other.title(), "<p>" + Xml.escaped(other.title()) + "</p>"), title);
        }
    }

    private void page(Page page, String title) {
        var id = next("r");
        var path = "pages/" + id + ".html";
        files.put(path, utf8(PageHtml.whole(title, page.html(), "../")));
        item(title, id);
        resource(id, "webcontent", path, PageHtml.pictures(page.html()));
    }

    private void own(String title, String type, String folder, String xml) {
        var id = next("r");
        var path = folder + "/" + id + ".xml";
        files.put(path, utf8(xml));
        item(title, id);
        // the file of such a resource is named by the resource alone
        resources.append(
                "<resource identifier=\"%s\" type=\"%s\"><file href=\"%s\"/></resource>\n".formatted(id, type, path));
    }

    private void open(String kind, String title) {
        items.append("<item identifier=\"%s\"><title>%s</title>\n".formatted(next(kind), Xml.escaped(title)));
    }

    private void item(String title, String resource) {
        items.append("<item identifier=\"i_%s\" identifierref=\"%s\"><title>%s</title></item>\n"
                .formatted(resource, resource, Xml.escaped(title)));
    }

    private void resource(String id, String type, String path, List<String> uses) {
        resources.append("<resource identifier=\"%s\" type=\"%s\" href=\"%s\"><file href=\"%s\"/>"
                .formatted(id, type, Xml.escaped(path), Xml.escaped(path)));
        uses.stream()
                .filter(cartridge.files()::containsKey)
                .forEach(used -> resources.append("<file href=\"%s\"/>".formatted(Xml.escaped(used))));
        resources.append("</resource>\n");
    }

    private String next(String kind) {
        number++;
        return kind + "_" + number;
    }

    private String manifest() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="%s" xmlns:lomimscc="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                identifier="lopmo" xsi:schemaLocation="%s">
                <metadata>
                <schema>IMS Common Cartridge</schema>
                <schemaversion>1.3.0</schemaversion>
                <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="vi">%s</lomimscc:string>\
                </lomimscc:title><lomimscc:language>vi</lomimscc:language></lomimscc:general></lomimscc:lom>
                </metadata>
                <organizations>
                <organization identifier="o_1" structure="rooted-hierarchy">
                <item identifier="root">
                %s</item>
                </organization>
                </organizations>
                <resources>
                %s</resources>
                </manifest>
                """.formatted(CP, LOM, WHERE, Xml.escaped(cartridge.title()), items, resources);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
