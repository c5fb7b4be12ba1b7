package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.text.VietnameseText;

/// Reads the ministry's student list row by row and says of each row what is wrong with it. One reading is for one
/// file.
final class RosterReading {
    /// The age at which a grade begins is grade + 5; pupils of remote places may be years above, two years of grace are
    /// below.
    private static final int YOUNGEST_OVER_GRADE = 3;

    private static final int OLDEST_OVER_GRADE = 15;
    private static final int LONGEST_CLASS = 20;
    private static final Pattern CODE = Pattern.compile("[0-9]{10}");
    private static final Pattern GRADE_OF_CLASS = Pattern.compile("(1[0-2]|[1-9])(?![0-9]).*");
    private static final Pattern GRADE = Pattern.compile("(?:khoi )?(1[0-2]|[1-9])");

    private final ListColumns<PupilColumn> columns;
    private final SchoolLevel level;
    private final LocalDate today;
    private final Set<String> seenCodes = new HashSet<>();

    private RosterReading(ListColumns<PupilColumn> columns, SchoolLevel level, LocalDate today) {
        this.columns = columns;
        this.level = level;
        this.today = today;
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if the file is no list
    static List<Entry> read(String fileName, byte[] file, SchoolLevel level, LocalDate today) {
        var columns = ListColumns.find(SheetFile.read(fileName, file), List.of(PupilColumn.values()));
        var reading = new RosterReading(columns, level, today);
        return columns.lines().stream().map(reading::entry).toList();
    }

    private Entry entry(Sheet.Line line) {
        var faults = new ArrayList<String>();
        var code = code(line, faults);
        var name = name(line, faults);
        var gender = gender(line, faults);
        var className = className(line, faults);
        var grade = grade(line, className, faults);
        var born = birthDate(line, grade, faults);
        return new Entry(line.number(), code, name, born, gender, className, grade, faults);
    }

    private @Nullable String code(Sheet.Line line, List<String> faults) {
        var code = columns.text(line, PupilColumn.CODE).replace(" ", "");
        if (code.isEmpty()) {
            faults.add("row-no-code");
            return null;
        }
        if (!CODE.matcher(code).matches()) {
            faults.add("row-code-not-ten-digits");
        } else if (!seenCodes.add(code)) {
            faults.add("row-code-twice");
        }
        return code;
    }

    private @Nullable String name(Sheet.Line line, List<String> faults) {
        var name = columns.text(line, PupilColumn.NAME);
        if (name.isEmpty()) {
            faults.add("row-no-name");
            return null;
        }
        if (TypedRow.isOddName(name)) {
            faults.add("row-name-odd");
        }
        return name;
    }

    private @Nullable Gender gender(Sheet.Line line, List<String> faults) {
        var typed = VietnameseText.fold(columns.text(line, PupilColumn.GENDER));
        return switch (typed) {
            case "nam", "male" -> Gender.MALE;
            case "nu", "female" -> Gender.FEMALE;
            case "" -> null;
            default -> {
                faults.add("row-gender-unknown");
                yield null;
            }
        };
    }

    private @Nullable String className(Sheet.Line line, List<String> faults) {
        var name = columns.text(line, PupilColumn.CLASS).replaceFirst("(?i)^(lớp|lop)\\s+", "");
        if (name.isEmpty()) {
            faults.add("row-no-class");
            return null;
        }
        if (name.length() > LONGEST_CLASS) {
            faults.add("row-class-odd");
        }
        return name;
    }

    private @Nullable Integer grade(Sheet.Line line, @Nullable String className, List<String> faults) {
        var typed = VietnameseText.fold(columns.text(line, PupilColumn.GRADE));
        var ofColumn = number(GRADE, typed);
        var ofClass = className == null ? Optional.<Integer>empty() : number(GRADE_OF_CLASS, className);
        if (!typed.isEmpty() && ofColumn.isEmpty()) {
            faults.add("row-grade-odd");
            return null;
        }
        if (ofColumn.isPresent() && ofClass.isPresent() && !ofColumn.equals(ofClass)) {
            faults.add("row-grade-and-class-disagree");
        }
        var grade = ofColumn.or(() -> ofClass);
        if (grade.isPresent() && !level.teaches(grade.get())) {
            faults.add("row-grade-not-in-school");
        } else if (grade.isEmpty() && className != null) {
            faults.add("row-grade-odd");
        }
        return grade.orElse(null);
    }

    private static Optional<Integer> number(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    private @Nullable LocalDate birthDate(Sheet.Line line, @Nullable Integer grade, List<String> faults) {
        var text = columns.text(line, PupilColumn.BIRTH_DATE);
        if (text.isEmpty()) {
            faults.add("row-no-birth-date");
            return null;
        }
        var born = BirthDates.read(
                columns.cell(line, PupilColumn.BIRTH_DATE),
                text,
                columns.sheet().from1904());
        if (born.isEmpty()) {
            faults.add("row-date-impossible");
        } else if (born.get().isAfter(today)) {
            faults.add("row-date-in-future");
        } else if (grade != null && level.teaches(grade) && !plausible(born.get(), grade)) {
            faults.add("row-age-implausible");
        }
        return born.orElse(null);
    }

    private boolean plausible(LocalDate born, int grade) {
        int age = SchoolYear.firstCalendarYear(today) - born.getYear();
        return grade + YOUNGEST_OVER_GRADE <= age && age <= grade + OLDEST_OVER_GRADE;
    }
}
