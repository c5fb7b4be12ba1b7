package vn.lopmo.lms.organisation.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.text.VietnameseText;

/// Reads a list of guardians row by row and says of each row what is wrong with it. One reading is for one file.
final class GuardianReading {
    private static final int LONGEST_RELATION = 40;
    private static final Pattern CODE = Pattern.compile("[0-9]{10}");

    private final ListColumns<GuardianColumn> columns;
    private final Contacts contacts;
    private final Set<String> seen = new HashSet<>();

    private GuardianReading(ListColumns<GuardianColumn> columns, Contacts contacts) {
        this.columns = columns;
        this.contacts = contacts;
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if the file is no list
    static List<Entry> read(String fileName, byte[] file, Contacts contacts) {
        var columns = ListColumns.find(SheetFile.read(fileName, file), List.of(GuardianColumn.values()));
        var shared = SharedContacts.of(columns, GuardianColumn.NAME, GuardianColumn.PHONE, GuardianColumn.MAIL);
        var reading = new GuardianReading(columns, contacts.without(shared));
        return columns.lines().stream().map(reading::entry).toList();
    }

    private Entry entry(Sheet.Line line) {
        var row = new TypedRow<>(columns, line);
        var childCode = childCode(row);
        var childName = row.name(GuardianColumn.CHILD_NAME);
        var name = row.name(GuardianColumn.NAME);
        var relation = relation(row);
        var marks = marks(row, childCode, name);
        if (childCode != null && name != null && !seen.add(childCode + VietnameseText.fold(name))) {
            row.fault("row-tie-twice", GuardianColumn.NAME);
        }
        var ward = new Entry.Ward(childCode, childName, relation);
        return Entry.ofGuardian(row.number(), name, row.faults(), Entry.Source.knownBy(marks), ward);
    }

    private List<String> marks(TypedRow<GuardianColumn> row, @Nullable String childCode, @Nullable String name) {
        var phone = row.phone(GuardianColumn.PHONE);
        var mail = row.mail(GuardianColumn.MAIL);
        if (name == null) {
            return List.of();
        }
        var marks = new ArrayList<>(contacts.marks(name, phone, mail));
        if (marks.isEmpty() && childCode != null) {
            marks.add(contacts.markOfGuardian(name, childCode));
        }
        return marks;
    }

    private static @Nullable String childCode(TypedRow<GuardianColumn> row) {
        var code = row.text(GuardianColumn.CHILD_CODE).replace(" ", "");
        if (code.isEmpty()) {
            row.fault("row-no-code", GuardianColumn.CHILD_CODE);
            return null;
        }
        if (!CODE.matcher(code).matches()) {
            row.fault("row-code-not-ten-digits", GuardianColumn.CHILD_CODE);
        }
        return code;
    }

    private static @Nullable String relation(TypedRow<GuardianColumn> row) {
        var relation = row.text(GuardianColumn.RELATION);
        if (relation.length() > LONGEST_RELATION) {
            row.fault("row-relation-long", GuardianColumn.RELATION);
        }
        return relation.isEmpty() ? null : relation;
    }
}
