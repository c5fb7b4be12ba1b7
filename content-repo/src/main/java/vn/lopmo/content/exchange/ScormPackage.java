package vn.lopmo.content.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The manifest of a SCORM package with one SCO: IMS Content Packaging 1.1.2 (SCORM 1.2) or 1.1.4 (2004), the
/// elements in the order of its content model, with the work's LOM. The schemas are not packed along: they may not
/// be passed on, and platforms have their own.
final class ScormPackage {
    private static final String ORGANISATION = "khoa-hoc";
    private static final String ITEM = "bai";
    private static final String RESOURCE = "noi-dung";

    private final Xml xml = new Xml();
    private final Book book;
    private final ScormEdition edition;
    private final String start;
    private final List<String> files;

    private ScormPackage(Book book, ScormEdition edition, String start, List<String> files) {
        this.book = book;
        this.edition = edition;
        this.start = start;
        this.files = files;
    }

    /// @param start the file that is opened, one of `files`
    static String of(Book book, ScormEdition edition, String start, List<String> files) {
        return new ScormPackage(book, edition, start, files).written();
    }

    private String written() {
        xml.in("manifest", namespaces(), () -> {
            xml.in("metadata", this::metadata);
            xml.in("organizations", Map.of("default", ORGANISATION), this::organisation);
            xml.in("resources", this::resource);
        });
        return xml.done();
    }

    private Map<String, String> namespaces() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("identifier", "lopmo-" + book.id());
        attributes.put("version", "1.0");
        switch (edition) {
            case SCORM_12 -> {
                attributes.put("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2");
                attributes.put("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2");
            }
            case SCORM_2004 -> {
                attributes.put("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1");
                attributes.put("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3");
                attributes.put("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss");
            }
        }
        return attributes;
    }

    private void metadata() {
        xml.put("schema", "ADL SCORM").put("schemaversion", edition.schemaVersion());
        switch (edition) {
            case SCORM_12 -> ScormMetadata.write(xml, book);
            case SCORM_2004 -> lom();
        }
    }

    /// Of one work; what several have in common is less than a reader of LOM expects.
    private void lom() {
        if (!book.isOfMany()) {
            book.works().forEach(work -> Lom.write(xml, work, null));
        }
    }

    private void organisation() {
        xml.in("organization", Map.of("identifier", ORGANISATION), () -> {
            xml.put("title", book.title());
            xml.in("item", item(), () -> {
                xml.put("title", book.title());
                if (edition == ScormEdition.SCORM_2004) {
                    xml.in(
                            "imsss:sequencing",
                            () -> xml.empty(
                                    "imsss:deliveryControls",
                                    Map.of("completionSetByContent", "true", "objectiveSetByContent", "true")));
                }
            });
            if (edition == ScormEdition.SCORM_2004) {
                xml.in(
                        "imsss:sequencing",
                        () -> xml.empty("imsss:controlMode", Map.of("choice", "true", "flow", "true")));
            }
        });
    }

    private static Map<String, String> item() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("identifier", ITEM);
        attributes.put("identifierref", RESOURCE);
        attributes.put("isvisible", "true");
        return attributes;
    }

    private void resource() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("identifier", RESOURCE);
        attributes.put("type", "webcontent");
        attributes.put(edition == ScormEdition.SCORM_12 ? "adlcp:scormtype" : "adlcp:scormType", "sco");
        attributes.put("href", start);
        xml.in("resource", attributes, () -> files.forEach(file -> xml.empty("file", Map.of("href", file))));
    }
}
