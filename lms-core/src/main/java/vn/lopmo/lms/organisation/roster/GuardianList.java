package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Guarding;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.Ties;
import vn.lopmo.lms.organisation.Ties.Pair;
import vn.lopmo.lms.organisation.identity.Sealing;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.text.VietnameseText;

/// What a list of guardians would do. A row is a guardian of a child; rows that share a telephone or a mail and the
/// guardian's name with its accents are one person with one account. Somebody is known again by these, or as a guardian
/// of the child of the same name.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GuardianList {
    private final Registers registers;
    private final Guarding guarding;
    private final Sealing sealing;

    GuardianList(Registers registers, Guarding guarding, Sealing sealing) {
        this.registers = registers;
        this.guarding = guarding;
        this.sealing = sealing;
    }

    Findings judge(School school, String fileName, byte[] file, Instant now) {
        var entries = GuardianReading.read(fileName, file, new Contacts(sealing, school.id()));
        return new Work(registers.ofAll(school, now), guarding.ofSchool(school.id()), entries).findings();
    }

    /// One guardian of the list, whose rows they are.
    private static final class Adult {
        private final Set<String> marks = new LinkedHashSet<>();
        private @Nullable Person known;
        /// Whether a row before has opened the account, or brought what is new of the person.
        private boolean told;
    }

    private static final class Work {
        private final Register register;
        private final Ties ties;
        private final List<Entry> entries;
        private final Map<String, Adult> byMark = new HashMap<>();
        private final Map<Person, Adult> byPerson = new HashMap<>();
        private final Set<Pair> named = new HashSet<>();
        private final List<Links.Guarded> guarded = new ArrayList<>();

        Work(Register register, Ties ties, List<Entry> entries) {
            this.register = register;
            this.ties = ties;
            this.entries = entries.stream().map(this::checked).toList();
        }

        private Entry checked(Entry entry) {
            var ward = Objects.requireNonNull(entry.ward());
            var child = child(ward);
            if (!entry.sound()) {
                return entry;
            }
            if (child == null) {
                return entry.withFault("row-child-unknown", GuardianColumn.CHILD_CODE);
            }
            return folded(child.name()).equals(folded(ward.name()))
                    ? entry
                    : entry.withFault("row-child-name-differs", GuardianColumn.CHILD_NAME);
        }

        private @Nullable Person child(Entry.Ward ward) {
            var child = ward.code() == null ? null : register.ofCode(ward.code());
            return child != null && child.roles().contains(Role.STUDENT) ? child : null;
        }

        private static String folded(@Nullable String name) {
            return VietnameseText.fold(VietnameseText.tidy(name == null ? "" : name));
        }

        Findings findings() {
            entries.stream().filter(Entry::sound).forEach(this::adult);
            var found = new ArrayList<Finding>();
            entries.forEach(entry -> found.add(judge(entry)));
            ties.pairs().stream()
                    .filter(pair -> !named.contains(pair))
                    .map(this::gone)
                    .filter(Objects::nonNull)
                    .sorted((one, other) -> VietnameseText.byGivenName()
                            .compare(
                                    String.valueOf(one.entry().name()),
                                    String.valueOf(other.entry().name())))
                    .forEach(found::add);
            return new Findings(found, Links.ofGuardians(guarded));
        }

        /// Whose row it is: all rows that have a mark in common are one person's.
        private Adult adult(Entry entry) {
            var known = known(entry);
            var adult = entry.marks().stream()
                    .map(byMark::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> known == null ? new Adult() : byPerson.computeIfAbsent(known, k -> new Adult()));
            if (adult.known == null && known != null) {
                adult.known = known;
                byPerson.put(known, adult);
            }
            adult.marks.addAll(entry.marks());
            entry.marks().forEach(mark -> byMark.put(mark, adult));
            return adult;
        }

        private @Nullable Person known(Entry entry) {
            var person = register.find(entry);
            var child = child(Objects.requireNonNull(entry.ward()));
            if (person != null || child == null) {
                return person;
            }
            return ties.guardiansOf(child.id()).stream()
                    .map(register::ofId)
                    .filter(Objects::nonNull)
                    .filter(guardian -> folded(guardian.name()).equals(folded(entry.name())))
                    .findFirst()
                    .orElse(null);
        }

        private Finding judge(Entry entry) {
            var ward = Objects.requireNonNull(entry.ward());
            var child = child(ward);
            var known = known(entry);
            if (child != null && known != null) {
                named.add(new Pair(known.id(), child.id()));
            }
            if (!entry.sound() || child == null) {
                return Finding.rejected(entry);
            }
            var adult = adult(entry);
            var marks = List.copyOf(adult.marks);
            var meant =
                    adult.known == null ? marks.getFirst() : adult.known.id().toString();
            guarded.add(new Links.Guarded(meant, child.id().toString(), ward.relation()));
            boolean first = !adult.told;
            adult.told = true;
            if (adult.known != null) {
                return ofKnown(entry.of(adult.known.name(), marks), adult.known, child, first);
            }
            return first
                    ? Finding.fresh(entry.of(Objects.requireNonNull(entry.name()), marks))
                    : new Finding(entry, Verdict.LINKED, List.of(new Change("child", null, child.name())), null);
        }

        private Finding ofKnown(Entry entry, Person known, Person child, boolean first) {
            named.add(new Pair(known.id(), child.id()));
            var changes = new ArrayList<Change>();
            if (first) {
                changes.addAll(register.changes(known, entry));
                if (entry.marks().stream()
                        .anyMatch(mark -> Contacts.isContact(mark) && register.ofSourceId(mark) != known)) {
                    changes.add(new Change("contact", null, "✓"));
                }
            }
            var verdict = changes.isEmpty() ? Verdict.LINKED : Verdict.CHANGED;
            changes.addAll(newOfTie(new Pair(known.id(), child.id()), child, entry));
            return new Finding(entry, changes.isEmpty() ? Verdict.UNCHANGED : verdict, changes, known);
        }

        private List<Change> newOfTie(Pair pair, Person child, Entry entry) {
            var relation = Objects.requireNonNull(entry.ward()).relation();
            if (!ties.has(pair)) {
                return List.of(new Change("child", null, child.name()));
            }
            return relation == null || ties.isSo(pair, relation)
                    ? List.of()
                    : List.of(new Change("relation", ties.relation(pair), relation));
        }

        /// A guardian of a child who learns here now and whom the list does not name with this child.
        private @Nullable Finding gone(Pair pair) {
            var guardian = register.ofId(pair.guardianId());
            var child = register.ofId(pair.childId());
            var room = child == null ? null : register.classOf(child);
            if (guardian == null || child == null || room == null) {
                return null;
            }
            var ward = new Entry.Ward(child.code(), child.name(), ties.relation(pair));
            var entry = Entry.ofGone(guardian.name(), room.name(), ward);
            return new Finding(entry, Verdict.GONE, List.of(), guardian);
        }
    }
}
