package vn.lopmo.onebox.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Makes the demo library's files: small, whole documents in the formats that a school has.
final class Documents {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/";

    /// A file as it is uploaded.
    record Made(String name, String mediaType, byte[] bytes) {}

    private Documents() {}

    static Made make(String kind, String title, List<String> paragraphs) {
        return switch (kind) {
            case "docx" ->
                new Made(
                        title + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        docx(title, paragraphs));
            case "pptx" ->
                new Made(
                        title + ".pptx",
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                        pptx(title, paragraphs));
            case "epub" -> new Made(title + ".epub", "application/epub+zip", epub(title, paragraphs));
            case "png" -> new Made(title + ".png", "image/png", png(title, paragraphs));
            default ->
                new Made(
                        title + ".txt",
                        "text/plain",
                        (title + "\n\n" + String.join("\n\n", paragraphs)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] docx(String title, List<String> paragraphs) {
        var body = new StringBuilder(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>" + escape(title) + "</w:t></w:r></w:p>");
        paragraphs.forEach(
                text -> body.append("<w:p><w:r><w:t>").append(escape(text)).append("</w:t></w:r></w:p>"));
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", types(Map.of("/word/document.xml", "wordprocessingml.document.main")));
        parts.put("_rels/.rels", relations(List.of("officeDocument word/document.xml")));
        parts.put(
                "word/document.xml",
                XML + "<w:document xmlns:w=\"" + OFFICE + "wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        return zip(parts);
    }

    private static byte[] pptx(String title, List<String> slides) {
        var overrides = new LinkedHashMap<String, String>();
        overrides.put("/ppt/presentation.xml", "presentationml.presentation.main");
        var parts = new LinkedHashMap<String, String>();
        var ids = new StringBuilder();
        var links = new java.util.ArrayList<String>();
        for (int i = 1; i <= slides.size(); i++) {
            overrides.put("/ppt/slides/slide" + i + ".xml", "presentationml.slide");
            ids.append("<p:sldId id=\"")
                    .append(255 + i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
            links.add("slide slides/slide" + i + ".xml");
            parts.put("ppt/slides/slide" + i + ".xml", slide(i == 1 ? title : "", slides.get(i - 1)));
        }
        var all = new LinkedHashMap<String, String>();
        all.put("[Content_Types].xml", types(overrides));
        all.put("_rels/.rels", relations(List.of("officeDocument ppt/presentation.xml")));
        all.put(
                "ppt/presentation.xml",
                XML + "<p:presentation xmlns:p=\"" + OFFICE + "presentationml/2006/main\" xmlns:r=\"" + OFFICE
                        + "officeDocument/2006/relationships\"><p:sldIdLst>" + ids
                        + "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
        all.put("ppt/_rels/presentation.xml.rels", relations(links));
        all.putAll(parts);
        return zip(all);
    }

    private static String slide(String title, String text) {
        return XML + "<p:sld xmlns:p=\"" + OFFICE + "presentationml/2006/main\" xmlns:a=\"" + OFFICE
                + "drawingml/2006/main\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
                + shape(2, title) + shape(3, text) + "</p:spTree></p:cSld></p:sld>";
    }

    private static String shape(int id, String text) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"Chữ " + id
                + "\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>" + escape(text)
                + "</a:t></a:r></a:p></p:txBody></p:sp>";
    }

    private static byte[] epub(String title, List<String> chapters) {
        var manifest = new StringBuilder();
        var spine = new StringBuilder();
        var contents = new StringBuilder();
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                XML
                        + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>");
        for (int i = 1; i <= chapters.size(); i++) {
            manifest.append("<item id=\"c" + i + "\" href=\"c" + i + ".xhtml\" media-type=\"application/xhtml+xml\"/>");
            spine.append("<itemref idref=\"c" + i + "\"/>");
            contents.append("<li><a href=\"c" + i + ".xhtml\">Chương " + i + "</a></li>");
            parts.put(
                    "OEBPS/c" + i + ".xhtml",
                    page(
                            "Chương " + i,
                            "<h1>" + (i == 1 ? escape(title) : "Chương " + i) + "</h1><p>" + escape(chapters.get(i - 1))
                                    + "</p>"));
        }
        parts.put(
                "OEBPS/nav.xhtml",
                page(
                        "Mục lục",
                        "<nav xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"toc\"><ol>" + contents
                                + "</ol></nav>"));
        parts.put(
                "OEBPS/book.opf",
                XML
                        + "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">urn:lopmo:demo:"
                        + Integer.toHexString(title.hashCode()) + "</dc:identifier><dc:title>" + escape(title)
                        + "</dc:title><dc:language>vi</dc:language><meta property=\"dcterms:modified\">2026-09-01T00:00:00Z</meta></metadata><manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
                        + manifest + "</manifest><spine>" + spine + "</spine></package>");
        return zip(parts);
    }

    private static String page(String title, String body) {
        return XML + "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>" + escape(title)
                + "</title></head><body>" + body + "</body></html>";
    }

    private static byte[] png(String title, List<String> lines) {
        var picture = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x0f4a3c));
        pen.fillRect(0, 0, 1200, 800);
        pen.setColor(new Color(0xfcd57c));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString(title, 60, 120);
        pen.setColor(new Color(0xf6f3e8));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
        int y = 220;
        for (var line : String.join(", ", lines).split("[,;:] ")) {
            pen.fillOval(64, y - 18, 14, 14);
            pen.drawString(line, 100, y);
            y += 70;
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String types(Map<String, String> overrides) {
        var text = new StringBuilder(
                XML + "<Types xmlns=\"" + OFFICE
                        + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        overrides.forEach((part, type) -> text.append("<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "+xml\"/>"));
        return text.append("</Types>").toString();
    }

    private static String relations(List<String> typesAndTargets) {
        var text = new StringBuilder(XML + "<Relationships xmlns=\"" + OFFICE + "package/2006/relationships\">");
        for (int i = 0; i < typesAndTargets.size(); i++) {
            var pair = typesAndTargets.get(i).split(" ");
            text.append("<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + OFFICE
                    + "officeDocument/2006/relationships/" + pair[0] + "\" Target=\"" + pair[1] + "\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var content = part.getValue().getBytes(StandardCharsets.UTF_8);
                var entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    storeUncompressed(entry, content);
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The first entry of an EPUB is stored, not deflated (EPUB 3.3, section 4.3.3).
    private static void storeUncompressed(ZipEntry entry, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
