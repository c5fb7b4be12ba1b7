package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.platform.text.VietnameseText;

/// A row of a list of grown people while it is being read, and what turned out to be wrong with it.
final class TypedRow<C extends Heading> {
    static final int LONGEST_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");
    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(?:\\.[^\\s@.]+)+");
    /// Mobile and fixed: ten or eleven digits with the zero in front.
    private static final Pattern PHONE = Pattern.compile("0[1-9][0-9]{8,9}");
    /// A sheet that took the number for one has lost the zero.
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[1-9][0-9]{8}");

    private final ListColumns<C> columns;
    private final Sheet.Line line;
    private final List<String> faults = new ArrayList<>();

    TypedRow(ListColumns<C> columns, Sheet.Line line) {
        this.columns = columns;
        this.line = line;
    }

    static boolean isOddName(String name) {
        return name.length() > LONGEST_NAME || !NAME.matcher(name).matches();
    }

    int number() {
        return line.number();
    }

    List<String> faults() {
        return faults;
    }

    void fault(String slug, C column) {
        faults.add(slug + "@" + column.title());
    }

    String text(C column) {
        return columns.text(line, column);
    }

    @Nullable
    String name(C column) {
        var name = text(column);
        if (name.isEmpty()) {
            fault("row-no-name", column);
            return null;
        }
        if (isOddName(name)) {
            fault("row-name-odd", column);
        }
        return name;
    }

    /// An empty cell is no fault.
    @Nullable
    LocalDate day(C column, LocalDate today) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        var day = BirthDates.read(
                columns.cell(line, column), text, columns.sheet().from1904());
        if (day.isEmpty()) {
            fault("row-date-impossible", column);
        } else if (day.get().isAfter(today)) {
            fault("row-date-in-future", column);
        }
        return day.orElse(null);
    }

    /// A telephone number as it is dialled at home: `+84 912 345 678` is `0912345678`.
    @Nullable
    String phone(C column) {
        var digits = text(column).replaceAll("[\\s.()-]", "").replaceFirst("^(?:\\+|00)?84(?=[1-9][0-9]{8,9}$)", "0");
        if (digits.isEmpty()) {
            return null;
        }
        var whole = WITHOUT_ZERO.matcher(digits).matches() ? "0" + digits : digits;
        if (!PHONE.matcher(whole).matches()) {
            fault("row-phone-odd", column);
            return null;
        }
        return whole;
    }

    @Nullable
    String mail(C column) {
        var mail = VietnameseText.fold(text(column));
        if (mail.isEmpty()) {
            return null;
        }
        if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
            fault("row-mail-odd", column);
            return null;
        }
        return mail;
    }
}
