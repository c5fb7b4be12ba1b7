package vn.lopmo.lms.organisation.roster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.Subjects;
import vn.lopmo.lms.organisation.roster.BundleZip.Record;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.text.VietnameseText;

/// A OneRoster bundle as it was understood. Of the people only what teaching needs is taken: no mail, telephone,
/// password, origin. Of several school years only the current one counts; a class of type `homeroom` is a class of
/// ours, one of type `scheduled` a subject in the homeroom whose title its `classCode` names.
///
/// @param entries the users, and the lines of other files that cannot be taken
public record Bundle(List<Entry> entries, Links links) {
    private static final Pattern CODE = Pattern.compile("[0-9]{10}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");
    private static final Pattern GRADE = Pattern.compile("0?([1-9]|1[0-2])");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CLASS = 20;

    static Bundle read(byte[] file, SchoolLevel level, int schoolYear) {
        return new Reading(BundleZip.read(file), level, schoolYear).bundle();
    }

    private static final class Reading {
        private record Room(String name, int grade) {}

        private final BundleZip zip;
        private final SchoolLevel level;
        private final int schoolYear;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Room> homerooms = new HashMap<>();
        private final Map<String, Record> scheduled = new HashMap<>();
        private final Map<String, Set<Role>> rolesOf = new HashMap<>();
        private final Map<String, Room> classOf = new HashMap<>();
        private final Map<String, Record> demographics = new HashMap<>();
        private final Set<String> users = new HashSet<>();
        private final Set<String> seenCodes = new HashSet<>();
        private final List<Links.Homeroom> leads = new ArrayList<>();
        private final List<Links.Taught> taught = new ArrayList<>();
        private final List<Links.Guarded> guarded = new ArrayList<>();

        Reading(BundleZip zip, SchoolLevel level, int schoolYear) {
            this.zip = zip;
            this.level = level;
            this.schoolYear = schoolYear;
        }

        Bundle bundle() {
            zip.of(BundleFile.USERS).forEach(user -> users.add(user.get("sourcedId")));
            zip.of(BundleFile.DEMOGRAPHICS).forEach(each -> demographics.put(each.get("sourcedId"), each));
            zip.of(BundleFile.ROLES).forEach(this::role);
            readClasses();
            zip.of(BundleFile.ENROLLMENTS).forEach(this::enrollment);
            zip.of(BundleFile.USERS).forEach(this::user);
            var rooms = homerooms.values().stream()
                    .map(room -> new Links.Room(room.name, room.grade))
                    .distinct()
                    .toList();
            return new Bundle(entries, new Links(rooms, leads, taught, guarded, List.of()));
        }

        private void fault(BundleFile file, Record record, String slug, String column) {
            var source = new Entry.Source(file.fileName(), null, null);
            entries.add(new Entry(
                    record.number(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(slug + "@" + column),
                    source,
                    Set.of()));
        }

        private void role(Record record) {
            var role = roleOf(record.get("role"));
            var user = record.get("userSourcedId");
            if (role == null) {
                fault(BundleFile.ROLES, record, "row-role-unknown", "role");
            } else if (!users.contains(user)) {
                fault(BundleFile.ROLES, record, "row-user-unknown", "userSourcedId");
            } else {
                rolesOf.computeIfAbsent(user, unused -> EnumSet.noneOf(Role.class))
                        .add(role);
            }
        }

        private static @Nullable Role roleOf(String role) {
            return switch (role) {
                case "student" -> Role.STUDENT;
                case "teacher", "aide", "proctor", "counselor" -> Role.TEACHER;
                case "principal" -> Role.HEAD;
                case "siteAdministrator" -> Role.ADMIN;
                case "guardian", "parent", "relative" -> Role.GUARDIAN;
                case "ext:librarian" -> Role.LIBRARIAN;
                default -> null;
            };
        }

        private void readClasses() {
            var now = zip.of(BundleFile.ACADEMIC_SESSIONS).stream()
                    .filter(session -> session.get("schoolYear").equals(Integer.toString(schoolYear)))
                    .map(session -> session.get("sourcedId"))
                    .collect(Collectors.toSet());
            for (var record : zip.of(BundleFile.CLASSES)) {
                boolean current =
                        now.isEmpty() || record.all("termSourcedIds").stream().anyMatch(now::contains);
                if (current && record.get("classType").equals("homeroom")) {
                    homeroom(record);
                } else if (current) {
                    scheduled.put(record.get("sourcedId"), record);
                }
            }
        }

        private void homeroom(Record record) {
            var title = VietnameseText.tidy(record.get("title")).replaceFirst("(?i)^(lớp|lop|class)\\s+", "");
            var grade = record.all("grades").stream()
                    .map(GRADE::matcher)
                    .filter(found -> found.matches())
                    .map(found -> Integer.valueOf(found.group(1)))
                    .findFirst();
            if (title.isEmpty() || title.length() > LONGEST_CLASS) {
                fault(BundleFile.CLASSES, record, "row-class-odd", "title");
            } else if (grade.isEmpty()) {
                fault(BundleFile.CLASSES, record, "row-grade-odd", "grades");
            } else if (!level.teaches(grade.get())) {
                fault(BundleFile.CLASSES, record, "row-grade-not-in-school", "grades");
            } else {
                homerooms.put(record.get("sourcedId"), new Room(title, grade.get()));
            }
        }

        private void enrollment(Record record) {
            var user = record.get("userSourcedId");
            var of = record.get("classSourcedId");
            if (!users.contains(user)) {
                fault(BundleFile.ENROLLMENTS, record, "row-user-unknown", "userSourcedId");
            } else if (homerooms.containsKey(of)) {
                inHomeroom(record, user, homerooms.get(of));
            } else if (scheduled.containsKey(of)) {
                inSubject(record, user, scheduled.get(of));
            } else if (zip.of(BundleFile.CLASSES).stream()
                    .noneMatch(each -> each.get("sourcedId").equals(of))) {
                fault(BundleFile.ENROLLMENTS, record, "row-class-unknown", "classSourcedId");
            }
        }

        private void inHomeroom(Record record, String user, Room room) {
            if (record.get("role").equals("student")) {
                var other = classOf.putIfAbsent(user, room);
                if (other != null && !other.equals(room)) {
                    fault(BundleFile.ENROLLMENTS, record, "row-class-two", "classSourcedId");
                }
            } else if (record.get("role").equals("teacher")
                    && record.get("primary").equals("true")) {
                leads.add(new Links.Homeroom(room.name, user));
            }
        }

        /// Students are in their homeroom's subjects without being told.
        private void inSubject(Record record, String user, Record subject) {
            if (!record.get("role").equals("teacher")) {
                return;
            }
            var code =
                    subject.all("subjectCodes").stream().filter(Subjects::isOne).findFirst();
            var room = homerooms.values().stream()
                    .filter(each -> each.name.equalsIgnoreCase(subject.get("classCode")))
                    .findFirst();
            if (code.isEmpty()) {
                fault(BundleFile.ENROLLMENTS, record, "row-subject-unknown", "classSourcedId");
            } else if (room.isPresent()) {
                taught.add(new Links.Taught(room.get().name, code.get(), user));
            }
        }

        private void user(Record record) {
            var id = record.get("sourcedId");
            var faults = new ArrayList<String>();
            var roles = rolesOf.getOrDefault(id, Set.of());
            var name = name(record);
            if (name.isEmpty()) {
                faults.add("row-no-name@givenName");
            } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
                faults.add("row-name-odd@givenName");
            }
            if (roles.isEmpty()) {
                faults.add("row-role-missing@sourcedId");
            }
            var code = roles.contains(Role.STUDENT) ? code(record, faults) : null;
            var face = demographics.get(id);
            var born = face == null ? null : born(face, faults);
            var room = roles.contains(Role.STUDENT) ? classOf.get(id) : null;
            for (var other : record.all("agentSourcedIds")) {
                relate(record, id, other, roles);
            }
            entries.add(new Entry(
                    record.number(),
                    code,
                    name.isEmpty() ? null : name,
                    born,
                    face == null ? null : gender(face),
                    room == null ? null : room.name,
                    room == null ? null : room.grade,
                    faults,
                    new Entry.Source(BundleFile.USERS.fileName(), id, record.get("username")),
                    roles));
        }

        /// Either side may name the other.
        private void relate(Record record, String id, String other, Set<Role> roles) {
            if (!users.contains(other)) {
                fault(BundleFile.USERS, record, "row-user-unknown", "agentSourcedIds");
                return;
            }
            var others = rolesOf.getOrDefault(other, Set.of());
            var pair = roles.contains(Role.STUDENT) && others.contains(Role.GUARDIAN)
                    ? new Links.Guarded(other, id, null)
                    : roles.contains(Role.GUARDIAN) && others.contains(Role.STUDENT)
                            ? new Links.Guarded(id, other, null)
                            : null;
            if (pair != null && !guarded.contains(pair)) {
                guarded.add(pair);
            }
        }

        /// Family name first, as it is written here.
        private static String name(Record record) {
            return VietnameseText.tidy(Stream.of("familyName", "middleName", "givenName")
                    .map(record::get)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" ")));
        }

        /// Another identifier than the ministry's is none for us.
        private @Nullable String code(Record record, List<String> faults) {
            var code = record.get("identifier");
            if (!CODE.matcher(code).matches()) {
                return null;
            }
            if (!seenCodes.add(code)) {
                faults.add("row-code-twice@identifier");
            }
            return code;
        }

        private static @Nullable LocalDate born(Record face, List<String> faults) {
            var text = face.get("birthDate");
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException odd) {
                faults.add("row-date-impossible@birthDate");
                return null;
            }
        }

        private static @Nullable Gender gender(Record face) {
            return switch (face.get("sex")) {
                case "male" -> Gender.MALE;
                case "female" -> Gender.FEMALE;
                default -> null;
            };
        }
    }
}
