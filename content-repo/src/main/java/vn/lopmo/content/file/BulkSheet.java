package vn.lopmo.content.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// A librarian's list in the words of the school: its columns, and what may stand in them.
final class BulkSheet {
    static final List<String> HEADERS = List.of(
            "Tệp",
            "Tên học liệu",
            "Loại",
            "Môn",
            "Lớp",
            "Bộ sách",
            "Tác giả",
            "Nguồn",
            "Giấy phép",
            "Tóm tắt",
            "Từ khoá");
    private static final Pattern GRADES = Pattern.compile("\\d{1,2}");
    private static final int LOOK_FOR_HEADERS = 10;

    private final Map<String, Integer> columns;

    private BulkSheet(Map<String, Integer> columns) {
        this.columns = columns;
    }

    /// @throws Refusal.Invalid if no row heads a column of files
    static List<BulkLine> read(List<List<String>> rows) {
        for (int i = 0; i < Math.min(LOOK_FOR_HEADERS, rows.size()); i++) {
            var columns = columns(rows.get(i));
            if (columns.containsKey("Tệp")) {
                return new BulkSheet(columns).lines(rows, i + 1);
            }
        }
        throw new Refusal.Invalid("bulk-no-headers");
    }

    private static Map<String, Integer> columns(List<String> row) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < row.size(); i++) {
            var cell = plain(row.get(i));
            int column = i;
            HEADERS.stream()
                    .filter(header -> plain(header).equals(cell))
                    .forEach(header -> columns.putIfAbsent(header, column));
        }
        return columns;
    }

    private List<BulkLine> lines(List<List<String>> rows, int first) {
        var lines = new ArrayList<BulkLine>();
        var seen = new HashSet<String>();
        for (int i = first; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                var line = line(i + 1, row);
                lines.add(line.file().isEmpty() || seen.add(line.file()) ? line : line.bad("Tệp", "bulk-twice"));
            }
        }
        return lines;
    }

    private BulkLine line(int number, List<String> row) {
        var faults = new ArrayList<BulkLine.Fault>();
        var sent = cell(row, "Tệp");
        var file = sent.isEmpty() ? "" : FileNames.clean(sent);
        if (file.isEmpty()) {
            faults.add(new BulkLine.Fault("Tệp", "bulk-no-file"));
        }
        var title = cell(row, "Tên học liệu");
        var edit = new MetadataEdit()
                .title(shortened(
                        title.isEmpty() ? new Upload(file, 0, "").title() : title, 300, "Tên học liệu", faults))
                .description(shortened(cell(row, "Tóm tắt"), 4000, "Tóm tắt", faults))
                .textbook(shortened(cell(row, "Bộ sách"), 200, "Bộ sách", faults))
                .author(shortened(cell(row, "Tác giả"), 300, "Tác giả", faults))
                .source(shortened(cell(row, "Nguồn"), 500, "Nguồn", faults))
                .type(known(row, "Loại", MaterialType.values(), MaterialType::words, faults))
                .licence(known(row, "Giấy phép", Licence.values(), Licence::label, faults))
                .subject(subject(row, faults))
                .grades(grades(row, faults))
                .keywords(keywords(row, faults));
        var state = faults.isEmpty() ? BulkLine.State.NEW : BulkLine.State.BAD;
        return new BulkLine(number, file, edit.done(), List.copyOf(faults), state, null);
    }

    private String cell(List<String> row, String header) {
        var column = columns.get(header);
        return column == null || column >= row.size() ? "" : VietnameseText.tidy(row.get(column));
    }

    private static String shortened(String text, int longest, String column, List<BulkLine.Fault> faults) {
        if (text.length() <= longest) {
            return text;
        }
        faults.add(new BulkLine.Fault(column, "bulk-too-long|" + longest));
        return text.substring(0, longest);
    }

    /// By its Vietnamese words or by its code.
    private <T extends Enum<T>> @Nullable T known(
            List<String> row, String column, T[] all, Function<T, String> words, List<BulkLine.Fault> faults) {
        var cell = cell(row, column);
        if (cell.isEmpty()) {
            return null;
        }
        Optional<T> found = Arrays.stream(all)
                .filter(one -> plain(words.apply(one)).startsWith(plain(cell))
                        || plain(one.name()).equals(plain(cell)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new BulkLine.Fault(column, "bulk-unknown|" + noBar(cell)));
        }
        return found.orElse(null);
    }

    private @Nullable String subject(List<String> row, List<BulkLine.Fault> faults) {
        var cell = cell(row, "Môn");
        if (cell.isEmpty()) {
            return null;
        }
        var found = Subjects.codes().stream()
                .filter(code -> plain(code).equals(plain(cell))
                        || plain(Subjects.nameOf(code)).equals(plain(cell)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new BulkLine.Fault("Môn", "bulk-unknown|" + noBar(cell)));
        }
        return found.orElse(null);
    }

    private List<Integer> grades(List<String> row, List<BulkLine.Fault> faults) {
        var cell = cell(row, "Lớp");
        var grades = GRADES.matcher(cell)
                .results()
                .map(found -> Integer.valueOf(found.group()))
                .toList();
        boolean wrong = grades.stream().anyMatch(grade -> grade < 1 || grade > 12);
        if (wrong || (grades.isEmpty() && !cell.isEmpty())) {
            faults.add(new BulkLine.Fault("Lớp", "bulk-unknown|" + noBar(cell)));
            return List.of();
        }
        return grades;
    }

    private List<String> keywords(List<String> row, List<BulkLine.Fault> faults) {
        return Stream.of(cell(row, "Từ khoá").split("[,;]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .limit(30)
                .map(word -> shortened(word, 80, "Từ khoá", faults))
                .toList();
    }

    private static String noBar(String text) {
        return text.replace('|', ' ');
    }

    private static String plain(String text) {
        return VietnameseText.fold(VietnameseText.tidy(text))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
