package vn.lopmo.lms.gradebook.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lopmo.lms.gradebook.book.Cell;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.book.ProgrammeFile;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;

/// Whatever stands in a book, its sheet changes nothing when it comes back: every subject of the programme, every form,
/// classes from a fixed seed.
class SheetRoundTripTest {
    private static final Programme PROGRAMME = ProgrammeFile.read(new ObjectMapper());
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final UUID SCHOOL = new UUID(1, 1);

    private final Random dice = new Random(2026);

    static Stream<Arguments> everyForm() {
        return Stream.of(1, 3, 5, 8, 11).flatMap(grade -> rules(grade).flatMap(rule -> Form.of(rule.scheme()).stream()
                .map(form -> Arguments.of(grade, rule.subject(), form))));
    }

    private static Stream<SubjectRule> rules(int grade) {
        return Stream.concat(PROGRAMME.of(grade).stream(), Stream.of(Programme.conduct(grade)));
    }

    @ParameterizedTest(name = "grade {0}, {1}, {2}")
    @MethodSource("everyForm")
    void aSheetThatComesBackChangesNothing(int grade, String subject, Form form) {
        var place = place(grade, subject);
        var learners = learners();
        var cells = new ArrayList<Cell>();
        var rows = new ArrayList<SheetWriter.Learner>();
        for (var learner : learners) {
            var year = SubjectYear.of(place.rule());
            for (var column : place.rule().columns(1)) {
                if (column.entry() != Entry.EXEMPTION && dice.nextInt(4) > 0) {
                    var value = value(column.entry());
                    year.first().put(column.slot(), value);
                    cells.add(new Cell(learner.id(), subject, 1, column.slot(), value, 1, null));
                }
            }
            rows.add(new SheetWriter.Learner(learner, year));
        }

        var file = SheetWriter.write(
                place, form, new SheetWriter.Written(List.of("Trường", "Sổ điểm", "Học kì I"), rows), Map.of());
        var columns = SheetColumns.find(SheetFile.read("so-diem.xlsx", file));
        var lines = new SheetReading(place, columns, learners, Map.of()).lines();
        var preview = SheetPreview.of("so-diem.xlsx", place, lines, learners, cells, Locale.of("vi"));

        assertEquals(List.of(), preview.bad());
        assertEquals(List.of(), preview.changes());
        assertEquals(learners.size(), preview.unchanged());
    }

    private static Place place(int grade, String subject) {
        var schoolClass = SchoolClass.open(SCHOOL, new UUID(2, 2), grade + "A", grade, NOW);
        var rule = rules(grade)
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        return new Place(schoolClass, rule, 1);
    }

    /// Two of the same name, one without a code, one without a birth date.
    private List<Person> learners() {
        var learners = new ArrayList<Person>();
        for (int n = 0; n < 12; n++) {
            var name = n < 2 ? "Nguyễn Thị Lan" : "Đỗ Hoàng Ngọc Ánh " + (char) ('A' + n);
            var person = Person.join(new UUID(3, n), SCHOOL, name, "ten" + n, Set.of(Role.STUDENT), NOW);
            if (n != 5) {
                person.enterInRegister("%010d".formatted(n), name, LocalDate.of(2013, 1, 1 + n), null);
            }
            learners.add(person);
        }
        return learners;
    }

    private String value(Entry entry) {
        return switch (entry) {
            case SCORE -> pick("V", "P", dice.nextInt(11) + "", dice.nextInt(10) + ".5", dice.nextInt(10) + ".3");
            case WHOLE -> pick("V", "P", dice.nextInt(11) + "");
            case PASS -> pick("D", "CD", "V", "P");
            case LEVEL -> pick("T", "H", "C");
            case TRAIT -> pick("T", "D", "C");
            case CONDUCT -> pick("T", "K", "D", "CD");
            case EXEMPTION -> "M";
            case COUNT -> dice.nextInt(20) + "";
            case TEXT ->
                pick(
                        "=1+1",
                        "Em đọc tốt, \"rõ ràng\".",
                        "10",
                        "Em chăm. ".repeat(100).strip());
        };
    }

    private String pick(String... of) {
        return of[dice.nextInt(of.length)];
    }
}
