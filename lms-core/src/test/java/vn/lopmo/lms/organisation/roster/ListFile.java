package vn.lopmo.lms.organisation.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A list as the ministry's system writes it, made by another tool than the one that reads it.
public final class ListFile {
    static final String[] HEADER = {
        "STT",
        "Mã định danh Bộ GD&ĐT",
        "Họ tên",
        "Ngày sinh",
        "Giới tính",
        "Dân tộc",
        "SĐT liên hệ",
        "Tên cha",
        "Lớp học",
        "Khối học",
        "Số định danh cá nhân"
    };

    private final List<Object[]> lines = new ArrayList<>();

    public static ListFile aList() {
        var list = new ListFile();
        list.line("UỶ BAN NHÂN DÂN XÃ HOA BAN").line("TRƯỜNG THCS HOA BAN").line("DANH SÁCH HỌC SINH");
        return list.line((Object[]) HEADER);
    }

    public static ListFile empty() {
        return new ListFile();
    }

    /// Row 5 is the first student of [#aList].
    public ListFile student(Object code, String name, Object born, String gender, String className, Object grade) {
        return line(
                1, code, name, born, gender, "Kinh", "0900000000", "Nguyễn Văn Cha", className, grade, "012345678901");
    }

    public ListFile line(Object... cells) {
        lines.add(cells);
        return this;
    }

    public byte[] xlsx() {
        return write(new XSSFWorkbook());
    }

    byte[] write(Workbook workbook) {
        try (workbook;
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Danh sách");
            for (int r = 0; r < lines.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < lines.get(r).length; c++) {
                    var cell = row.createCell(c);
                    switch (lines.get(r)[c]) {
                        case Number number -> cell.setCellValue(number.doubleValue());
                        case String text -> cell.setCellValue(text);
                        default -> throw new IllegalArgumentException();
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public String csv(String separator) {
        var text = new StringBuilder();
        for (var line : lines) {
            var cells = new ArrayList<String>();
            for (var cell : line) {
                var value = cell.toString();
                cells.add(value.contains(separator) ? '"' + value + '"' : value);
            }
            text.append(String.join(separator, cells)).append("\r\n");
        }
        return text.toString();
    }
}
