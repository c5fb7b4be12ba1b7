import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Files as a school has them, each with a content of its own, made anew from its number: texts, Word, slides, sheets, PDF, EPUB, pictures.
final class IngestFiles {
    private static final String[] SYLLABLES = ("trường học sinh bài toán nước việt nam ánh sáng thí nghiệm sông núi làng quê thầy cô giáo dục năng lượng tế bào phương"
                    + " trình hàm số tam giác đường tròn lịch sử địa lí văn học truyện thơ nhân vật cảm xúc môi trường khí hậu dòng điện hoá chất phản ứng cây xanh"
                    + " động vật con người xã hội kinh tế công nghệ máy tính dữ liệu thông tin an toàn giao thông sức khoẻ bảo vệ quyền trẻ em gia đình")
            .split(" ");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private IngestFiles() {}

    /// @param hash SHA-256
    record Made(String name, byte[] content, String hash) {}

    static Made make(int number, long seed) throws Exception {
        var random = new Random(seed * 1_000_003 + number);
        int kind = number % 20;
        var name = "hoc-lieu-%d-%05d.".formatted(seed, number);
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> made(name + "txt", text(random, 400 + random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8));
            case 5 -> made(name + "md", ("# " + text(random, 6) + "\n\n" + text(random, 600)).getBytes(StandardCharsets.UTF_8));
            case 6, 7, 8, 9 -> made(name + "docx", word(random));
            case 10, 11, 12, 13 -> made(name + "pdf", pdf(random));
            case 14, 15 -> made(name + "pptx", slides(random));
            case 16 -> made(name + "xlsx", sheet(random));
            case 17 -> made(name + "epub", book(random));
            case 18 -> made(name + "png", picture(random, "png", 800, 600));
            default -> made(name + "jpg", picture(random, "jpeg", 1600, 1200));
        };
    }

    private static Made made(String name, byte[] content) throws Exception {
        return new Made(name, content, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    private static String text(Random random, int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]).append(i % 13 == 12 ? ". " : i % 90 == 89 ? ".\n\n" : " ");
        }
        return text.append(random.nextLong()).toString();
    }

    private static byte[] word(Random random) throws IOException {
        var body = new StringBuilder();
        for (int i = 0; i < 10 + random.nextInt(60); i++) {
            boolean heading = i % 12 == 0;
            body.append("<w:p>").append(heading ? "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" : "").append("<w:r><w:t xml:space=\"preserve\">")
                    .append(text(random, heading ? 6 : 60)).append("</w:t></w:r></w:p>");
        }
        var parts = new ArrayList<String[]>();
        parts.add(types("word/document.xml", OFFICE + "wordprocessingml.document.main+xml"));
        parts.add(root("word/document.xml"));
        parts.add(new String[] {
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>"
        });
        return zip(parts);
    }

    private static byte[] slides(Random random) throws IOException {
        var parts = new ArrayList<String[]>();
        var ids = new StringBuilder();
        var relations = new StringBuilder();
        int count = 8 + random.nextInt(20);
        for (int n = 1; n <= count; n++) {
            ids.append("<p:sldId id=\"%d\" r:id=\"r%d\"/>".formatted(255 + n, n));
            relations.append(relation("r" + n, "slide", "slides/slide" + n + ".xml"));
            parts.add(new String[] {
                "ppt/slides/slide" + n + ".xml",
                "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                        + "<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>" + text(random, 40) + "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
            });
        }
        parts.add(0, types("ppt/presentation.xml", OFFICE + "presentationml.presentation.main+xml"));
        parts.add(1, root("ppt/presentation.xml"));
        parts.add(new String[] {"ppt/_rels/presentation.xml.rels", relations(relations)});
        parts.add(new String[] {
            "ppt/presentation.xml",
            "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><p:sldIdLst>" + ids + "</p:sldIdLst></p:presentation>"
        });
        return zip(parts);
    }

    private static byte[] sheet(Random random) throws IOException {
        var rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted(i, i, text(random, 8)));
        }
        var space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        return zip(List.of(
                types("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml", "xl/worksheets/sheet1.xml", OFFICE + "spreadsheetml.worksheet+xml"),
                root("xl/workbook.xml"),
                new String[] {"xl/_rels/workbook.xml.rels", relations(relation("r1", "worksheet", "worksheets/sheet1.xml"))},
                new String[] {
                    "xl/workbook.xml",
                    "<workbook " + space + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                },
                new String[] {"xl/worksheets/sheet1.xml", "<worksheet " + space + "><sheetData>" + rows + "</sheetData></worksheet>"}));
    }

    private static byte[] book(Random random) throws IOException {
        var parts = new ArrayList<String[]>();
        parts.add(new String[] {"mimetype", "application/epub+zip"});
        parts.add(new String[] {
            "META-INF/container.xml",
            "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"b.opf\""
                    + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>"
        });
        var manifest = new StringBuilder();
        var spine = new StringBuilder();
        for (int n = 0; n < 6 + random.nextInt(10); n++) {
            manifest.append("<item id=\"c%d\" href=\"c%d.xhtml\" media-type=\"application/xhtml+xml\"/>".formatted(n, n));
            spine.append("<itemref idref=\"c%d\"/>".formatted(n));
            parts.add(new String[] {
                "c" + n + ".xhtml",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>" + text(random, 5) + "</h1><p>" + text(random, 900) + "</p></body></html>"
            });
        }
        parts.add(new String[] {
            "b.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>"
        });
        return zip(parts);
    }

    private static byte[] picture(Random random, String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            canvas.setColor(new Color(random.nextInt(1 << 24)));
            canvas.fillOval(random.nextInt(width), random.nextInt(height), 20 + random.nextInt(300), 20 + random.nextInt(300));
        }
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// In a font without Vietnamese letters, like many an old document.
    private static byte[] pdf(Random random) throws IOException {
        int pages = 2 + random.nextInt(10);
        var objects = new ArrayList<String>();
        var kids = new StringBuilder();
        for (int n = 0; n < pages; n++) {
            kids.append(4 + 2 * n).append(" 0 R ");
        }
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int n = 0; n < pages; n++) {
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents " + (5 + 2 * n) + " 0 R>>");
            var lines = new StringBuilder("BT /F 11 Tf 14 TL 60 780 Td ");
            for (int line = 0; line < 40; line++) {
                lines.append('(').append("trang ").append(random.nextInt(1_000_000)).append(" bai hoc cua lop ").append(random.nextInt(99)).append(") Tj T* ");
            }
            lines.append("ET");
            objects.add("<</Length " + lines.length() + ">>stream\n" + lines + "\nendstream");
        }
        return written(objects);
    }

    private static byte[] written(List<String> objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int n = 0; n < objects.size(); n++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(n + 1).append(" 0 obj\n").append(objects.get(n)).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table).append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String[] types(String... partsAndTypes) {
        var types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (int i = 0; i < partsAndTypes.length; i += 2) {
            types.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(partsAndTypes[i], partsAndTypes[i + 1]));
        }
        return new String[] {"[Content_Types].xml", types.append("</Types>").toString()};
    }

    private static String[] root(String target) {
        return new String[] {"_rels/.rels", relations(relation("r0", "officeDocument", target))};
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    private static String relations(CharSequence all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all + "</Relationships>";
    }

    private static byte[] zip(List<String[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts) {
                var content = part[1].getBytes(StandardCharsets.UTF_8);
                var entry = new ZipEntry(part[0]);
                if (part[0].equals("mimetype")) {
                    var sum = new java.util.zip.CRC32();
                    sum.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return out.toByteArray();
    }
}
