package vn.lopmo.content.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The empty list as a workbook: the few parts that every spreadsheet program needs.
final class SheetTemplate {
    private static final List<String> EXAMPLE = List.of(
            "vong-tuan-hoan-cua-nuoc.pptx",
            "Vòng tuần hoàn của nước",
            "Bài giảng",
            "Khoa học tự nhiên",
            "6",
            "Kết nối tri thức với cuộc sống",
            "Tổ Khoa học tự nhiên",
            "Trường",
            "CC BY 4.0",
            "Bài trình chiếu 20 trang, có thí nghiệm.",
            "nước, bay hơi, ngưng tụ");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private SheetTemplate() {}

    static byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>""".formatted(PACKAGE, OFFICE, OFFICE));
            put(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            put(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Học liệu" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(MAIN, RELATIONS));
            put(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="%s"><cols><col min="1" max="11" width="24" customWidth="1"/></cols><sheetData>%s%s</sheetData></worksheet>""".formatted(MAIN, row(1, BulkSheet.HEADERS), row(2, EXAMPLE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relation(String type, String target) {
        return """
                <Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>""".formatted(PACKAGE, RELATIONS, type, target);
    }

    private static String row(int number, List<String> cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted((char) ('A' + i), number, cells.get(i)));
        }
        return row.append("</row>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text)
                .getBytes(StandardCharsets.UTF_8));
    }
}
