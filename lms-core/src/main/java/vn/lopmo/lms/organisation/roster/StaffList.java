package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Grouping;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SubjectNames;
import vn.lopmo.lms.organisation.identity.Sealing;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.time.ClockSource;

/// What a list of those who work at a school would do. Somebody is known again by the school's code; as long as he has
/// none, also by the telephone or the mail that an earlier list had, and when he was entered by hand by a name that
/// nobody else at the school has.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StaffList {
    private final Registers registers;
    private final Grouping grouping;
    private final Sealing sealing;

    StaffList(Registers registers, Grouping grouping, Sealing sealing) {
        this.registers = registers;
        this.grouping = grouping;
        this.sealing = sealing;
    }

    Findings judge(School school, String fileName, byte[] file, Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var entries = StaffReading.read(fileName, file, new Contacts(sealing, school.id()), today);
        return new Work(registers.ofAll(school, now), grouping.ofSchool(school.id()), entries).findings();
    }

    private static final class Work {
        private final Register register;
        private final Grouping.Book groups;
        private final List<Entry> entries;
        /// The subjects that the list gives each group.
        private final Map<String, Set<String>> subjectsOf = new HashMap<>();
        private final Map<String, Person> withoutCode;
        private final Map<String, Long> rowsOf;
        private final Set<UUID> named = new HashSet<>();
        private final List<Links.Joined> joined = new ArrayList<>();

        Work(Register register, Grouping.Book groups, List<Entry> entries) {
            this.register = register;
            this.groups = groups;
            this.entries = entries;
            withoutCode = byName();
            rowsOf = entries.stream()
                    .flatMap(entry -> entry.marks().stream())
                    .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
            entries.stream()
                    .filter(Entry::sound)
                    .map(Entry::post)
                    .filter(Objects::nonNull)
                    .filter(post -> post.group() != null)
                    .forEach(post -> subjectsOf
                            .computeIfAbsent(Grouping.key(Objects.requireNonNull(post.group())), k -> new TreeSet<>())
                            .addAll(post.subjects()));
        }

        /// People whom no list has named yet, by names that are one person's, here and in the list.
        private Map<String, Person> byName() {
            var often = entries.stream()
                    .filter(entry -> entry.name() != null)
                    .collect(Collectors.groupingBy(entry -> Contacts.key(entry.name()), Collectors.counting()));
            return staff().stream()
                    .collect(Collectors.groupingBy(person -> Contacts.key(person.name())))
                    .entrySet()
                    .stream()
                    .filter(each -> each.getValue().size() == 1 && often.getOrDefault(each.getKey(), 0L) == 1)
                    .map(each -> each.getValue().getFirst())
                    .filter(this::hasNoCode)
                    .collect(Collectors.toMap(person -> Contacts.key(person.name()), person -> person));
        }

        private List<Person> staff() {
            return register.people().stream()
                    .filter(person -> person.isAny(Role.STAFF) && person.leftOn() == null)
                    .toList();
        }

        private boolean hasNoCode(Person person) {
            return register.marksOf(person, StaffReading.CODE_MARK).isEmpty();
        }

        Findings findings() {
            var found = new ArrayList<Finding>();
            entries.forEach(entry -> found.add(judge(entry)));
            staff().stream()
                    .filter(person -> !named.contains(person.id()))
                    .map(Work::gone)
                    .forEach(found::add);
            return new Findings(found, Links.ofStaff(joined));
        }

        private static Finding gone(Person person) {
            var entry = Entry.ofStaff(
                    0,
                    person.name(),
                    null,
                    List.of(),
                    Entry.Source.knownBy(List.of()),
                    person.roles().stream().filter(Role::isStaff).collect(Collectors.toSet()),
                    new Entry.Post(null, List.of(), null, false));
            return new Finding(entry, Verdict.GONE, List.of(), person);
        }

        private Finding judge(Entry read) {
            var person = find(read);
            var entry = read.markedBy(
                    read.marks().stream().filter(mark -> isOf(mark, person)).toList());
            boolean first = person == null || named.add(person.id());
            if (!entry.sound()) {
                return Finding.rejected(entry);
            }
            var post = Objects.requireNonNull(entry.post());
            if (!first) {
                return Finding.rejected(entry.withFault("row-person-twice", StaffColumn.NAME));
            }
            if (isGroupWithoutSubject(post)) {
                return Finding.rejected(entry.withFault("row-group-without-subject", StaffColumn.SUBJECTS));
            }
            var meant = person == null ? entry.marks().getFirst() : person.id().toString();
            if (post.group() != null) {
                joined.add(new Links.Joined(post.group(), allSubjects(post), meant, post.leads()));
            }
            if (person == null) {
                return Finding.fresh(entry);
            }
            return changed(entry, post, person);
        }

        private Finding changed(Entry entry, Entry.Post post, Person person) {
            var changes = new ArrayList<>(newMarks(entry, person));
            changes.addAll(register.changes(person, entry));
            var ofGroup = newInGroup(post, person);
            var verdict = !changes.isEmpty() ? Verdict.CHANGED : ofGroup.isEmpty() ? Verdict.UNCHANGED : Verdict.LINKED;
            changes.addAll(ofGroup);
            return new Finding(entry, verdict, changes, person);
        }

        private @Nullable Person find(Entry entry) {
            for (var mark : entry.marks()) {
                var known = register.ofSourceId(mark);
                if (known != null && (!Contacts.isContact(mark) || hasNoCode(known))) {
                    return known;
                }
            }
            var namesake = withoutCode.get(Contacts.key(entry.name()));
            boolean other = namesake != null
                    && namesake.birthDate() != null
                    && entry.birthDate() != null
                    && !namesake.birthDate().equals(entry.birthDate());
            return other ? null : namesake;
        }

        /// A contact that two rows have, or that is somebody else's already, marks nobody: else the one would be taken
        /// for the other when the list is applied.
        private boolean isOf(String mark, @Nullable Person person) {
            var known = register.ofSourceId(mark);
            return !Contacts.isContact(mark)
                    || rowsOf.getOrDefault(mark, 0L) == 1 && (known == null || known == person);
        }

        private boolean isGroupWithoutSubject(Entry.Post post) {
            return post.group() != null
                    && groups.find(post.group()) == null
                    && allSubjects(post).isEmpty();
        }

        private List<String> allSubjects(Entry.Post post) {
            return List.copyOf(subjectsOf.getOrDefault(Grouping.key(Objects.requireNonNull(post.group())), Set.of()));
        }

        private List<Change> newMarks(Entry entry, Person person) {
            var changes = new ArrayList<Change>();
            for (var mark : entry.marks()) {
                if (register.ofSourceId(mark) == person) {
                    continue;
                }
                if (Contacts.isContact(mark)) {
                    changes.add(new Change("contact", null, "✓"));
                } else {
                    var before = register.marksOf(person, StaffReading.CODE_MARK).stream()
                            .map(each -> each.substring(StaffReading.CODE_MARK.length()))
                            .collect(Collectors.joining(" "));
                    changes.add(new Change(
                            "code", before.isEmpty() ? null : before, mark.substring(StaffReading.CODE_MARK.length())));
                }
            }
            return changes.stream().distinct().toList();
        }

        private List<Change> newInGroup(Entry.Post post, Person person) {
            var name = post.group();
            if (name == null || groups.isSo(name, allSubjects(post), person.id(), post.leads())) {
                return List.of();
            }
            var changes = new ArrayList<Change>();
            var group = groups.find(name);
            if (group == null || !group.members().contains(person.id())) {
                changes.add(new Change("group", null, name));
            }
            if (post.leads() && (group == null || !person.id().equals(group.leaderId()))) {
                changes.add(new Change("leader", null, person.name()));
            }
            var more = allSubjects(post).stream()
                    .filter(subject -> group == null || !group.subjects().contains(subject))
                    .map(SubjectNames::of)
                    .collect(Collectors.joining(", "));
            if (!more.isEmpty()) {
                changes.add(new Change("subjects", null, more));
            }
            return changes;
        }
    }
}
