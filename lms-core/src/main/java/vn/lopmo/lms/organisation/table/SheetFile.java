package vn.lopmo.lms.organisation.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.lopmo.platform.refusal.Refusal;

/// A table file as somebody sent it. What kind it is, its bytes say, not its name.
public final class SheetFile {
    public static final int MOST_BYTES = 8 << 20;
    static final int MOST_LINES = 20_000;
    static final int MOST_COLUMNS = 80;
    /// Longer text than this in one cell is cut: no column that we take is that long.
    static final int MOST_TEXT = 300;

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private SheetFile() {}

    /// @return the sheets of the file, one for a .csv
    /// @throws Refusal.Invalid if it is no table that we can read, saying what it is instead
    public static List<Sheet> read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Refusal.Invalid("roster-file-too-large");
        }
        if (startsWith(bytes, OLE)) {
            throw new Refusal.Invalid(contains(bytes, LOCKED) ? "roster-file-locked" : "roster-file-old-excel");
        }
        if (startsWith(bytes, ZIP)) {
            return ExcelFile.read(bytes);
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new Refusal.Invalid("roster-file-not-a-table");
        }
        return List.of(CsvFile.read(bytes, MOST_LINES));
    }

    /// @param mostLines above this it is turned away
    public static Sheet readCsv(byte[] bytes, int mostLines) {
        return CsvFile.read(bytes, mostLines);
    }

    private static boolean startsWith(byte[] bytes, int[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int start = 0; start <= bytes.length - part.length; start++) {
            int same = 0;
            while (same < part.length && bytes[start + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }
}
