package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lopmo.lms.organisation.Guarding;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.lms.organisation.Terms;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.text.VietnameseText;

/// Writes a school as it is now as a OneRoster 1.2 bundle. Ids are ours, so that a bundle that comes back means the
/// same people. No passwords, no mail; of demographics only the birth date and the sex, without which no student comes
/// in again as he was.
@ApplicationScoped
class BundleExport {
    private final Schools schools;
    private final SchoolYears years;
    private final Terms terms;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Teachings teachings;
    private final People people;
    private final Guarding guarding;
    private final Clock clock;

    BundleExport(
            Schools schools,
            SchoolYears years,
            Terms terms,
            SchoolClasses classes,
            Memberships memberships,
            Teachings teachings,
            People people,
            Guarding guarding,
            Clock clock) {
        this.schools = schools;
        this.years = years;
        this.terms = terms;
        this.classes = classes;
        this.memberships = memberships;
        this.teachings = teachings;
        this.people = people;
        this.guarding = guarding;
        this.clock = clock;
    }

    byte[] of(UUID schoolId) {
        var school = schools.get(schoolId);
        var writing = new Writing(school, years.currentOrOpen(schoolId, clock.instant()));
        writing.sessions();
        writing.classes();
        writing.people();
        return writing.zip();
    }

    private final class Writing {
        private final School school;
        private final SchoolYear year;
        private final Map<BundleFile, List<Map<String, String>>> tables = new EnumMap<>(BundleFile.class);
        private final List<SchoolClass> rooms;

        Writing(School school, SchoolYear year) {
            this.school = school;
            this.year = year;
            this.rooms = BundleExport.this.classes.of(year.id());
        }

        /// @param pairs field, value, field, value …
        private void line(BundleFile file, String... pairs) {
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < pairs.length; i += 2) {
                fields.put(pairs[i], pairs[i + 1]);
            }
            tables.computeIfAbsent(file, unused -> new ArrayList<>()).add(fields);
        }

        private String termIds() {
            return terms.of(year.id()).stream()
                    .map(term -> term.id().toString())
                    .collect(Collectors.joining(","));
        }

        void sessions() {
            var schoolYear = Integer.toString(year.endsOn().getYear());
            line(
                    BundleFile.ORGS,
                    "sourcedId",
                    school.id().toString(),
                    "name",
                    school.name(),
                    "type",
                    "school",
                    "identifier",
                    school.code());
            line(
                    BundleFile.ACADEMIC_SESSIONS,
                    "sourcedId",
                    year.id().toString(),
                    "title",
                    year.name(),
                    "type",
                    "schoolYear",
                    "startDate",
                    year.startsOn().toString(),
                    "endDate",
                    year.endsOn().toString(),
                    "schoolYear",
                    schoolYear);
            for (var term : terms.of(year.id())) {
                line(
                        BundleFile.ACADEMIC_SESSIONS,
                        "sourcedId",
                        term.id().toString(),
                        "title",
                        "Học kì " + term.number(),
                        "type",
                        "semester",
                        "startDate",
                        term.startsOn().toString(),
                        "endDate",
                        term.endsOn().toString(),
                        "parentSourcedId",
                        year.id().toString(),
                        "schoolYear",
                        schoolYear);
            }
        }

        void classes() {
            for (int grade :
                    new TreeSet<>(rooms.stream().map(SchoolClass::grade).toList())) {
                course("grade-" + grade, "Khối " + grade, grade, "");
            }
            for (var room : rooms) {
                schoolClass(room.id().toString(), room.name(), room, "grade-" + room.grade(), "homeroom", "", "");
                if (room.homeroomTeacherId() != null) {
                    enroll(room.id().toString(), room.homeroomTeacherId(), "teacher", true);
                }
            }
            subjects();
        }

        private void subjects() {
            var byId = rooms.stream().collect(Collectors.toMap(SchoolClass::id, room -> room));
            var courses = new TreeMap<String, Integer>();
            var told = new TreeSet<String>();
            for (var teaching : teachings.ofYear(year.id())) {
                var room = Objects.requireNonNull(byId.get(teaching.classId()));
                var course = "grade-" + room.grade() + "-" + teaching.subject();
                if (courses.put(course, room.grade()) == null) {
                    course(course, teaching.subject() + " " + room.grade(), room.grade(), teaching.subject());
                }
                var id = room.id() + "-" + teaching.subject();
                if (told.add(id)) {
                    schoolClass(
                            id,
                            room.name() + " " + teaching.subject(),
                            room,
                            course,
                            "scheduled",
                            room.name(),
                            teaching.subject());
                }
                if (told.add(id + teaching.teacherId())) {
                    enroll(id, teaching.teacherId(), "teacher", false);
                }
            }
        }

        private void course(String id, String title, int grade, String subject) {
            line(
                    BundleFile.COURSES,
                    "sourcedId",
                    id,
                    "schoolYearSourcedId",
                    year.id().toString(),
                    "title",
                    title,
                    "grades",
                    "%02d".formatted(grade),
                    "orgSourcedId",
                    school.id().toString(),
                    "subjects",
                    subject,
                    "subjectCodes",
                    subject);
        }

        private void schoolClass(
                String id, String title, SchoolClass room, String course, String type, String code, String subject) {
            line(
                    BundleFile.CLASSES,
                    "sourcedId",
                    id,
                    "title",
                    title,
                    "grades",
                    "%02d".formatted(room.grade()),
                    "courseSourcedId",
                    course,
                    "classCode",
                    code,
                    "classType",
                    type,
                    "schoolSourcedId",
                    school.id().toString(),
                    "termSourcedIds",
                    termIds(),
                    "subjects",
                    subject,
                    "subjectCodes",
                    subject);
        }

        private void enroll(String classId, UUID person, String role, boolean primary) {
            line(
                    BundleFile.ENROLLMENTS,
                    "sourcedId",
                    classId + "-" + person,
                    "classSourcedId",
                    classId,
                    "schoolSourcedId",
                    school.id().toString(),
                    "userSourcedId",
                    person.toString(),
                    "role",
                    role,
                    "primary",
                    role.equals("teacher") ? Boolean.toString(primary) : "");
        }

        void people() {
            var learnsIn = memberships.classOfEachStudent(school.id());
            for (var person : people.ofSchool(school.id())) {
                if (person.leftOn() != null || person.roles().isEmpty()) {
                    continue;
                }
                var room = learnsIn.get(person.id());
                if (room != null && !room.schoolYearId().equals(year.id())) {
                    room = null;
                }
                user(person, room == null ? "" : "%02d".formatted(room.grade()));
                person.roles().stream().sorted().forEach(role -> role(person, role));
                if (room != null) {
                    enroll(room.id().toString(), person.id(), "student", false);
                }
                if (person.birthDate() != null) {
                    demographics(person);
                }
            }
        }

        private void user(Person person, String grade) {
            var words = VietnameseText.tidy(person.name()).split(" ");
            var middle = words.length < 3 ? "" : String.join(" ", List.of(words).subList(1, words.length - 1));
            var agents = person.roles().contains(Role.STUDENT)
                    ? guarding.guardiansOf(person.id()).stream()
                            .map(tie -> tie.id().toString())
                            .collect(Collectors.joining(","))
                    : "";
            line(
                    BundleFile.USERS,
                    "sourcedId",
                    person.id().toString(),
                    "enabledUser",
                    "true",
                    "username",
                    person.username(),
                    "givenName",
                    words[words.length - 1],
                    "familyName",
                    words.length < 2 ? "" : words[0],
                    "middleName",
                    middle,
                    "identifier",
                    Objects.requireNonNullElse(person.code(), ""),
                    "agentSourcedIds",
                    agents,
                    "grades",
                    grade,
                    "primaryOrgSourcedId",
                    school.id().toString());
        }

        private void role(Person person, Role role) {
            var name =
                    switch (role) {
                        case STUDENT -> "student";
                        case TEACHER -> "teacher";
                        case LIBRARIAN -> "ext:librarian";
                        case HEAD -> "principal";
                        case ADMIN, OFFICER -> "siteAdministrator";
                        case GUARDIAN -> "guardian";
                    };
            boolean primary =
                    role == person.roles().stream().sorted().findFirst().orElse(role);
            line(
                    BundleFile.ROLES,
                    "sourcedId",
                    person.id() + "-" + role.name().toLowerCase(Locale.ROOT),
                    "userSourcedId",
                    person.id().toString(),
                    "roleType",
                    primary ? "primary" : "secondary",
                    "role",
                    name,
                    "orgSourcedId",
                    school.id().toString());
        }

        private void demographics(Person person) {
            var gender = person.gender();
            line(
                    BundleFile.DEMOGRAPHICS,
                    "sourcedId",
                    person.id().toString(),
                    "birthDate",
                    Objects.requireNonNull(person.birthDate()).toString(),
                    "sex",
                    gender == null ? "" : gender.name().toLowerCase(Locale.ROOT));
        }

        byte[] zip() {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
                put(zip, "manifest.csv", manifest());
                for (var table : tables.entrySet()) {
                    put(zip, table.getKey().fileName(), csv(table.getKey(), table.getValue()));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }

        private static void put(ZipOutputStream zip, String name, String text) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        private String manifest() {
            var properties = new TreeMap<String, String>();
            BundleFile.ABSENT.forEach(base -> properties.put("file." + base, "absent"));
            for (var file : BundleFile.values()) {
                properties.put(file.property(), tables.containsKey(file) ? "bulk" : "absent");
            }
            var text = new StringBuilder("propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n");
            properties.forEach(
                    (name, value) -> text.append(name).append(',').append(value).append("\r\n"));
            return text.append("source.systemName,")
                    .append(cell("Lớp Mở"))
                    .append("\r\nsource.systemCode,")
                    .append(cell(school.code()))
                    .append("\r\n")
                    .toString();
        }

        private static String csv(BundleFile file, List<Map<String, String>> lines) {
            var text = new StringBuilder(String.join(",", file.fields())).append("\r\n");
            for (var line : lines) {
                text.append(file.fields().stream()
                                .map(field -> cell(line.getOrDefault(field, "")))
                                .collect(Collectors.joining(",")))
                        .append("\r\n");
            }
            return text.toString();
        }

        private static String cell(String value) {
            return value.matches("(?s).*[,\"\\r\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
        }
    }
}
