package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Grouping;
import vn.lopmo.lms.organisation.SubjectNames;
import vn.lopmo.lms.organisation.table.HeaderColumns;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;

/// Reads a list of those who work at a school row by row and says of each row what is wrong with it. One reading is for
/// one file.
final class StaffReading {
    static final String CODE_MARK = "staff:";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,29}");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;/+\\n]\\s*");

    private final ListColumns<StaffColumn> columns;
    private final Contacts contacts;
    private final LocalDate today;
    private final Set<String> seenCodes = new HashSet<>();
    private final Set<String> ledGroups = new HashSet<>();

    private StaffReading(ListColumns<StaffColumn> columns, Contacts contacts, LocalDate today) {
        this.columns = columns;
        this.contacts = contacts;
        this.today = today;
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if the file is no list
    static List<Entry> read(String fileName, byte[] file, Contacts contacts, LocalDate today) {
        var columns = ListColumns.find(SheetFile.read(fileName, file), List.of(StaffColumn.values()));
        var shared = SharedContacts.of(columns, StaffColumn.NAME, StaffColumn.PHONE, StaffColumn.MAIL);
        var reading = new StaffReading(columns, contacts.without(shared), today);
        return columns.lines().stream().map(reading::entry).toList();
    }

    private Entry entry(Sheet.Line line) {
        var row = new TypedRow<>(columns, line);
        var code = code(row);
        var name = row.name(StaffColumn.NAME);
        var born = row.day(StaffColumn.BIRTH_DATE, today);
        var marks = new ArrayList<String>();
        if (code != null) {
            marks.add(CODE_MARK + code);
        }
        marks.addAll(
                contacts.marks(name == null ? "" : name, row.phone(StaffColumn.PHONE), row.mail(StaffColumn.MAIL)));
        var titles = titles(row);
        var post = new Entry.Post(code, subjects(row), group(row), titles.contains(Title.LEADER));
        checkLeader(row, post);
        var roles = EnumSet.noneOf(Role.class);
        titles.forEach(title -> roles.add(title.role));
        return Entry.ofStaff(row.number(), name, born, row.faults(), Entry.Source.knownBy(marks), roles, post);
    }

    private @Nullable String code(TypedRow<StaffColumn> row) {
        var code = row.text(StaffColumn.CODE).replace(" ", "").toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            row.fault("row-no-code", StaffColumn.CODE);
            return null;
        }
        if (!CODE.matcher(code).matches()) {
            row.fault("row-code-odd", StaffColumn.CODE);
        } else if (!seenCodes.add(code)) {
            row.fault("row-code-twice", StaffColumn.CODE);
        }
        return code;
    }

    /// What somebody is called at a school, and the role that goes with it.
    private enum Title {
        TEACHER(Role.TEACHER),
        LEADER(Role.TEACHER),
        HEAD(Role.HEAD),
        LIBRARIAN(Role.LIBRARIAN),
        ADMIN(Role.ADMIN);

        private final Role role;

        Title(Role role) {
            this.role = role;
        }

        static @Nullable Title of(String words) {
            return switch (words) {
                case "giao vien", "gv", "giao vien chu nhiem", "teacher" -> TEACHER;
                case "to truong", "to truong chuyen mon", "to truong to chuyen mon" -> LEADER;
                case "hieu truong", "pho hieu truong", "ban giam hieu", "cbql", "nguoi duyet", "head" -> HEAD;
                case "thu thu", "thu vien", "nhan vien thu vien", "can bo thu vien", "librarian" -> LIBRARIAN;
                case "quan tri", "quan tri vien", "quan tri he thong", "admin" -> ADMIN;
                default -> null;
            };
        }
    }

    private static Set<Title> titles(TypedRow<StaffColumn> row) {
        var titles = EnumSet.noneOf(Title.class);
        var typed = row.text(StaffColumn.ROLES);
        if (typed.isEmpty()) {
            row.fault("row-no-role", StaffColumn.ROLES);
            return titles;
        }
        for (var part : BETWEEN.split(typed)) {
            var title = Title.of(HeaderColumns.words(part));
            if (title != null) {
                titles.add(title);
            } else if (!part.isEmpty()) {
                row.fault("row-role-unknown", StaffColumn.ROLES);
                return titles;
            }
        }
        return titles;
    }

    /// Some names have a comma of their own: the longest that is one counts.
    private static List<String> subjects(TypedRow<StaffColumn> row) {
        var subjects = new ArrayList<String>();
        var parts = BETWEEN.split(row.text(StaffColumn.SUBJECTS));
        int from = 0;
        while (from < parts.length) {
            int to = parts.length;
            var code = SubjectNames.codeOf(joined(parts, from, to));
            while (code == null && to > from + 1) {
                to--;
                code = SubjectNames.codeOf(joined(parts, from, to));
            }
            if (code != null) {
                subjects.add(code);
            } else if (!parts[from].isEmpty()) {
                row.fault("row-subject-unknown", StaffColumn.SUBJECTS);
                return subjects;
            }
            from = to;
        }
        return subjects.stream().distinct().toList();
    }

    private static String joined(String[] parts, int from, int to) {
        return String.join(" ", List.of(parts).subList(from, to));
    }

    private static @Nullable String group(TypedRow<StaffColumn> row) {
        var group = row.text(StaffColumn.GROUP);
        if (group.isEmpty()) {
            return null;
        }
        if (group.length() > Grouping.LONGEST_NAME || Grouping.key(group).isEmpty()) {
            row.fault("row-group-odd", StaffColumn.GROUP);
        }
        return group;
    }

    private void checkLeader(TypedRow<StaffColumn> row, Entry.Post post) {
        if (post.group() == null) {
            if (post.leads() || !post.subjects().isEmpty()) {
                row.fault("row-no-group", StaffColumn.GROUP);
            }
        } else if (post.leads() && !ledGroups.add(Grouping.key(post.group()))) {
            row.fault("row-group-two-leaders", StaffColumn.ROLES);
        }
    }
}
