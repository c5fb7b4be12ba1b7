package vn.lopmo.lms.organisation.roster;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.platform.refusal.Refusal;

class RosterReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Entry MAI =
            new Entry(5, "2600000011", "Nông Thị Mai", LocalDate.of(2014, 6, 15), Gender.FEMALE, "6A", 6, List.of());

    private static List<Entry> read(String name, byte[] file) {
        return RosterReading.read(name, file, SchoolLevel.THCS, TODAY);
    }

    private static ListFile mai() {
        return ListFile.aList().student("2600000011", "Nông Thị Mai", "15/06/2014", "Nữ", "6A", "6");
    }

    @Test
    void readsTheMinistrysListAndTakesOnlyWhatIsNeeded() {
        assertEquals(List.of(MAI), read("ds.xlsx", mai().xlsx()));
    }

    @Test
    void takesNumbersWhereTextWasMeant() {
        var list = ListFile.aList().student(2600000011L, "Nông Thị Mai", 41805, "Nữ", "6A", 6);

        assertEquals(List.of(MAI), read("ds.xlsx", list.xlsx()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsCsvWithEachSeparator(String separator) {
        assertEquals(List.of(MAI), read("ds.csv", mai().csv(separator).getBytes(UTF_8)));
    }

    @Test
    void readsCsvInEachEncoding() {
        var csv = mai().csv(",");
        var windows = Normalizer.normalize(csv, Normalizer.Form.NFC);

        assertEquals(List.of(MAI), read("ds.csv", ("\uFEFF" + csv).getBytes(UTF_8)));
        assertEquals(List.of(MAI), read("ds.csv", ("\uFEFF" + csv).getBytes(UTF_16LE)));
        assertEquals(List.of(MAI), read("ds.csv", toneMarksApart(windows).getBytes(Charset.forName("windows-1258"))));
    }

    /// Windows-1258 keeps ơ, ư, â, ê, ô, ă, đ whole and the five tones as marks after them.
    private static String toneMarksApart(String text) {
        var apart = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var whole = Character.toString(letter);
            var marks = Normalizer.normalize(whole, Normalizer.Form.NFD);
            if (marks.length() > 1 && "\u0300\u0301\u0303\u0309\u0323".indexOf(tone(marks)) >= 0) {
                var rest = marks.replace(String.valueOf(tone(marks)), "");
                apart.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone(marks));
            } else {
                apart.append(whole);
            }
        });
        return apart.toString();
    }

    private static char tone(String marks) {
        return marks.chars()
                .filter(c -> "\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0)
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse(' ');
    }

    @Test
    void findsTheHeaderUnderOtherNames() {
        var list = ListFile.empty()
                .line("Mã định danh", "Họ và tên", "Ngày sinh (dd/mm/yyyy)", "Lớp", "Mã định danh cá nhân")
                .line("2600000011", "Nông Thị Mai", "15-6-2014", "Lớp 6A", "012345678901")
                .line("", "", "", "", "");

        var only = read("ds.xlsx", list.xlsx()).getFirst();

        assertEquals("6A", only.className());
        assertEquals(6, only.grade());
        assertTrue(only.sound());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2600000011, '', 15/06/2014, Nữ, 6A, 6, row-no-name",
                "2600000011, Mai <b>, 15/06/2014, Nữ, 6A, 6, row-name-odd",
                "2600000011, Nông Thị Mai, 15/06/2014, Nữ, '', 6, row-no-class",
                "'', Nông Thị Mai, 15/06/2014, Nữ, 6A, 6, row-no-code",
                "26000, Nông Thị Mai, 15/06/2014, Nữ, 6A, 6, row-code-not-ten-digits",
                "26000000111, Nông Thị Mai, 15/06/2014, Nữ, 6A, 6, row-code-not-ten-digits",
                "2600000011, Nông Thị Mai, 31/02/2014, Nữ, 6A, 6, row-date-impossible",
                "2600000011, Nông Thị Mai, 29/02/2014, Nữ, 6A, 6, row-date-impossible",
                "2600000011, Nông Thị Mai, hôm qua, Nữ, 6A, 6, row-date-impossible",
                "2600000011, Nông Thị Mai, 01/09/2031, Nữ, 6A, 6, row-date-in-future",
                "2600000011, Nông Thị Mai, 15/06/1974, Nữ, 6A, 6, row-age-implausible",
                "2600000011, Nông Thị Mai, 15/06/2023, Nữ, 6A, 6, row-age-implausible",
                "2600000011, Nông Thị Mai, '', Nữ, 6A, 6, row-no-birth-date",
                "2600000011, Nông Thị Mai, 15/06/2014, Nữ, 6A, 7, row-grade-and-class-disagree",
                "2600000011, Nông Thị Mai, 15/06/2010, Nữ, 10A, 10, row-grade-not-in-school",
                "2600000011, Nông Thị Mai, 15/06/2014, Nữ, 6A, sáu, row-grade-odd",
                "2600000011, Nông Thị Mai, 15/06/2014, Xanh, 6A, 6, row-gender-unknown"
            })
    void saysWhatIsWrongWithARow(
            String code, String name, String born, String gender, String className, String grade, String fault) {
        var list = ListFile.aList().student(code, name, born, gender, className, grade);

        assertEquals(List.of(fault), read("ds.xlsx", list.xlsx()).getFirst().faults());
    }

    @Test
    void ofTwoRowsWithOneCodeTheSecondIsFaulty() {
        var list = mai().student("2600000011", "Vi Văn Tú", "01/02/2014", "Nam", "6A", "6");

        var entries = read("ds.xlsx", list.xlsx());

        assertTrue(entries.get(0).sound());
        assertEquals(List.of("row-code-twice"), entries.get(1).faults());
    }

    @Test
    void refusesWhatIsNoList() throws Exception {
        assertRefused("roster-file-empty", "ds.xlsx", new byte[0]);
        assertRefused("roster-file-empty", "ds.csv", " \r\n".getBytes(UTF_8));
        assertRefused("roster-file-not-a-table", "ds.xlsx", "xin chào".getBytes(UTF_8));
        assertRefused("roster-file-not-a-table", "ds.csv", new byte[] {1, 0, 2, 0});
        assertRefused("roster-file-not-a-table", "ds.xlsx", zip("bai.txt", 10));
        assertRefused("roster-file-broken", "ds.xlsx", zip("xl/workbook.xml", 10));
        assertRefused("roster-file-swells", "ds.xlsx", zip("xl/workbook.xml", 200 << 20));
        assertRefused("roster-file-broken", "ds.xlsx", Arrays.copyOf(mai().xlsx(), 1500));
        assertRefused("roster-file-too-large", "ds.csv", new byte[9 << 20]);
        assertRefused("roster-file-old-excel", "ds.xls", mai().write(new HSSFWorkbook()));
        assertRefused("roster-file-locked", "ds.xlsx", locked(mai().xlsx()));
        assertRefused(
                "roster-no-header",
                "ds.xlsx",
                ListFile.empty().line("Xin chào", "các em").xlsx());
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        var list = ListFile.empty().line("STT", "Họ tên", "Ngày sinh").line("1", "Nông Thị Mai", "15/06/2014");

        var refusal = assertThrows(Refusal.Invalid.class, () -> read("ds.xlsx", list.xlsx()));

        assertEquals("roster-columns-missing", refusal.slug());
        assertEquals("Mã định danh Bộ GD&ĐT, Lớp học", refusal.arguments()[0]);
    }

    private static void assertRefused(String slug, String name, byte[] file) {
        assertEquals(
                slug,
                assertThrows(Refusal.Invalid.class, () -> read(name, file)).slug());
    }

    private static byte[] zip(String entry, int size) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            var block = new byte[Math.min(size, 1 << 20)];
            for (int written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] locked(byte[] file) throws Exception {
        try (var container = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("bi-mat");
            try (var data = encryptor.getDataStream(container)) {
                data.write(file);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
