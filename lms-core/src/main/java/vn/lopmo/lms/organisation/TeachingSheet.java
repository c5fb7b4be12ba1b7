package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.HeaderColumns;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.Titles;
import vn.lopmo.platform.text.VietnameseText;

/// Reads teaching assignments from a sheet of four columns: class, subject, teacher, term. A teacher is named by his
/// user name, or by a name that only one of the school has. Reading the same sheet again changes nothing.
@ApplicationScoped
class TeachingSheet {
    enum Verdict {
        NEW,
        UNCHANGED,
        REJECTED
    }

    record Reason(String column, String slug, String title) {}

    record Line(
            int sheetRow,
            Verdict verdict,
            String className,
            String subject,
            String teacher,
            @Nullable Integer term,
            List<Reason> reasons) {}

    record View(boolean applied, List<Line> rows) {}

    private static final Map<String, Set<String>> HEADERS = Map.of(
            "class", Set.of("lop", "lop hoc", "ten lop"),
            "subject", Set.of("mon", "mon hoc", "ten mon"),
            "teacher", Set.of("giao vien", "ho ten giao vien", "ho va ten", "ten dang nhap", "gv"),
            "term", Set.of("hoc ki", "hoc ky", "hk"));
    private static final Map<String, String> TITLES =
            Map.of("class", "Lớp", "subject", "Môn", "teacher", "Giáo viên", "term", "Học kì");

    private final SchoolYears years;
    private final SchoolClasses classes;
    private final People people;
    private final Assigning assigning;
    private final Clock clock;

    TeachingSheet(SchoolYears years, SchoolClasses classes, People people, Assigning assigning, Clock clock) {
        this.years = years;
        this.classes = classes;
        this.people = people;
        this.assigning = assigning;
        this.clock = clock;
    }

    View read(UUID schoolId, String fileName, byte[] file, boolean apply, Locale locale) {
        var columns = HeaderColumns.find(SheetFile.read(fileName, file), HEADERS, Set.of("class", "subject", "teacher"))
                .orElseThrow(() -> new Refusal.Invalid("roster-columns-missing", "Lớp, Môn, Giáo viên"));
        var reading = new Reading(schoolId, locale);
        return new View(
                apply,
                columns.lines().stream()
                        .map(line -> reading.line(columns, line, apply))
                        .toList());
    }

    private final class Reading {
        private final Locale locale;
        private final Map<String, SchoolClass> byName = new HashMap<>();
        private final Map<String, List<Person>> byPersonName = new HashMap<>();

        Reading(UUID schoolId, Locale locale) {
            this.locale = locale;
            var year = years.currentOrOpen(schoolId, clock.instant());
            classes.of(year.id()).forEach(each -> byName.put(VietnameseText.fold(each.name()), each));
            for (var person : people.staffOf(schoolId)) {
                if (person.roles().contains(Role.TEACHER)) {
                    named(person.username()).add(person);
                    named(VietnameseText.tidy(person.name()).toLowerCase(Locale.ROOT))
                            .add(person);
                }
            }
        }

        private List<Person> named(String name) {
            return byPersonName.computeIfAbsent(name, unused -> new ArrayList<>());
        }

        Line line(HeaderColumns columns, Sheet.Line line, boolean apply) {
            var className = columns.text(line, "class").replaceFirst("(?i)^(lớp|lop)\\s+", "");
            var subject = columns.text(line, "subject");
            var teacher = columns.text(line, "teacher");
            var faults = new ArrayList<Reason>();
            var schoolClass = byName.get(VietnameseText.fold(className));
            if (schoolClass == null) {
                faults.add(fault("class", "row-class-unknown"));
            }
            var code = SubjectNames.codeOf(subject);
            if (code == null) {
                faults.add(fault("subject", "row-subject-unknown"));
            }
            var found = byPersonName.getOrDefault(teacher.toLowerCase(Locale.ROOT), List.of());
            if (found.size() != 1) {
                faults.add(fault("teacher", found.isEmpty() ? "row-teacher-unknown" : "row-teacher-several"));
            }
            var typed = columns.text(line, "term");
            var term = term(typed);
            if (term == null && !typed.isEmpty() && !VietnameseText.fold(typed).contains("ca")) {
                faults.add(fault("term", "row-term-odd"));
            }
            if (!faults.isEmpty() || schoolClass == null || code == null) {
                return new Line(line.number(), Verdict.REJECTED, className, subject, teacher, term, faults);
            }
            boolean there = assigning
                    .existing(found.getFirst().id(), schoolClass.id(), code, term)
                    .isPresent();
            if (apply && !there) {
                assigning.assign(found.getFirst(), schoolClass, code, term, clock.instant());
            }
            var verdict = there ? Verdict.UNCHANGED : Verdict.NEW;
            return new Line(line.number(), verdict, className, code, teacher, term, List.of());
        }

        private static @Nullable Integer term(String typed) {
            var digits = VietnameseText.fold(typed).replaceAll("^(hoc k[iy]|hk)\\s*", "");
            return switch (digits) {
                case "1", "i" -> 1;
                case "2", "ii" -> 2;
                default -> null;
            };
        }

        private Reason fault(String column, String slug) {
            return new Reason(TITLES.getOrDefault(column, column), slug, Titles.of(slug, locale));
        }
    }
}
