package vn.lopmo.content;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files as schools bring them in, made here with other tools than those that read them.
public final class Fixtures {
    private Fixtures() {}

    /// Its font has no Vietnamese letters, as in many an old scan.
    public static byte[] pdf(String... pages) throws IOException {
        try (var document = document(pages)) {
            return bytes(document);
        }
    }

    public static byte[] lockedPdf() throws IOException {
        try (var document = document("mat")) {
            document.protect(new StandardProtectionPolicy("chu", "khach", new AccessPermission()));
            return bytes(document);
        }
    }

    public static byte[] docx() throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Kế hoạch bài dạy: Khúc xạ ánh sáng");
            var mixed = document.createParagraph();
            mixed.createRun().setText("Tia sáng bị ");
            var bold = mixed.createRun();
            bold.setBold(true);
            bold.setText("gãy khúc");
            var table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("chiết suất");
            table.getRow(0).getCell(1).setText("1,33");
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png(40, 30)),
                            Document.PICTURE_TYPE_PNG,
                            "hinh.png",
                            Units.toEMU(40),
                            Units.toEMU(30));
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /// As schools wrote before 2005: each run in the letters of its font.
    public static byte[] docxInOldFonts() throws IOException {
        try (var document = new XWPFDocument()) {
            var line = document.createParagraph();
            var tcvn3 = line.createRun();
            tcvn3.setFontFamily(".VnTime");
            tcvn3.setText("Céng hßa x· héi chñ nghÜa ViÖt Nam, ");
            var vni = line.createRun();
            vni.setFontFamily("VNI-Times");
            vni.setText("tröôøng tieåu hoïc, ");
            line.createRun().setText("năm học 2003");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /// A PDF of pictures of words, one a page.
    public static byte[] scan(String... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (String text : pages) {
                var image = new BufferedImage(1200, 400, BufferedImage.TYPE_BYTE_GRAY);
                var canvas = image.createGraphics();
                canvas.setColor(Color.WHITE);
                canvas.fillRect(0, 0, 1200, 400);
                canvas.setColor(Color.BLACK);
                canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                canvas.setFont(new Font(Font.SERIF, Font.PLAIN, 80));
                canvas.drawString(text, 60, 220);
                canvas.dispose();
                var page = new PDPage(new PDRectangle(600, 200));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 200);
                }
            }
            return bytes(document);
        }
    }

    public static byte[] pptx() throws IOException {
        try (var show = new XMLSlideShow()) {
            for (String text : new String[] {"Mở đầu bài giảng", "Vòng tuần hoàn của nước", "Củng cố"}) {
                show.createSlide().createTextBox().setText(text);
            }
            var out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] epub() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", utf8("application/epub+zip"));
        entries.put("META-INF/container.xml", utf8("""
                <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                <rootfiles><rootfile full-path="OPS/sach.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""));
        entries.put("OPS/sach.opf", utf8("""
                <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>
                <item id="a" href="chu/mot.xhtml" media-type="application/xhtml+xml"/>
                <item id="b" href="chu/hai.xhtml" media-type="application/xhtml+xml"/>
                <item id="p" href="hinh/cay.png" media-type="image/png"/>
                </manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""));
        entries.put("OPS/chu/mot.xhtml", chapter("Đồng dao", "<p>Chi chi chành chành, cái đanh thổi lửa.</p>"));
        entries.put(
                "OPS/chu/hai.xhtml",
                chapter(
                        "Công thức",
                        "<a id=\"x\"/><p>Diện tích <m:math xmlns:m=\"http://www.w3.org/1998/Math/MathML\"><m:mfrac>"
                                + "<m:mi>a</m:mi><m:mn>2</m:mn></m:mfrac></m:math>, ma trận <m:math alttext=\"[1, 2]\""
                                + " xmlns:m=\"http://www.w3.org/1998/Math/MathML\"><m:mfenced open=\"[\" close=\"]\">"
                                + "<m:mn>1</m:mn><m:mn>2</m:mn></m:mfenced></m:math></p><script>alert(1)</script>"
                                + "<img src=\"../hinh/cay.png\" onerror=\"alert(2)\"/>"));
        entries.put("OPS/hinh/cay.png", png(20, 20));
        return zip(entries);
    }

    /// A book whose only chapter is a symbolic link, as `zip --symlinks` writes it.
    public static byte[] epubWithLink(String target) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            put(zip, "mimetype", "application/epub+zip", 0100644);
            put(zip, "META-INF/container.xml", """
                    <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                    <rootfiles><rootfile full-path="s.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""", 0100644);
            put(zip, "s.opf", """
                    <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>
                    <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>""", 0100644);
            put(zip, "a.xhtml", target, 0120777);
        }
        return out.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String name, String text, int mode) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(utf8(text));
        zip.closeArchiveEntry();
    }

    public static byte[] png(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// The first boxes of an MP4 file, and nothing to play.
    public static byte[] mp4() {
        var content = new byte[4096];
        var start = utf8("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom");
        System.arraycopy(start, 0, content, 0, start.length);
        return content;
    }

    /// A Word file whose text unpacks to `megabytes` of zeros.
    public static byte[] bomb(int megabytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
                    + "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                    + "wordprocessingml.document.main+xml\"/></Types>"));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(utf8(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                            + "Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                            + "Target=\"word/document.xml\"/></Relationships>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chapter(String title, String body) {
        return utf8(
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>"
                        + title + "</h1>" + body + "</body></html>");
    }

    private static PDDocument document(String... pages) throws IOException {
        var document = new PDDocument();
        for (String text : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(70, 700);
                content.showText(text);
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
