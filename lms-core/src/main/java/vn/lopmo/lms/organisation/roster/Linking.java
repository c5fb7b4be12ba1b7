package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Assigning;
import vn.lopmo.lms.organisation.Grouping;
import vn.lopmo.lms.organisation.Guarding;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Ties;
import vn.lopmo.platform.caller.Role;

/// Brings about what a list says of classes, teachers, guardians and subject groups. Whatever is so already is
/// left alone, so that doing it again does nothing; whom it names and nobody knows is passed over.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Linking {
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final People people;
    private final Assigning assigning;
    private final Guarding guarding;
    private final Grouping grouping;
    private final SourceIds sourceIds;

    Linking(
            SchoolYears years,
            SchoolClasses classes,
            People people,
            Assigning assigning,
            Guarding guarding,
            Grouping grouping,
            SourceIds sourceIds) {
        this.years = years;
        this.classes = classes;
        this.people = people;
        this.assigning = assigning;
        this.guarding = guarding;
        this.grouping = grouping;
        this.sourceIds = sourceIds;
    }

    /// @param really whether to do it, or only to count
    /// @return how many things are not yet so
    int link(Links links, UUID schoolId, boolean really, Instant now) {
        return new Work(schoolId, really, now).all(links);
    }

    private final class Work {
        private final UUID schoolId;
        private final boolean really;
        private final Instant now;
        private final UUID yearId;
        private final Map<String, SchoolClass> byName = new HashMap<>();
        private final Map<String, Person> bySource = new HashMap<>();

        Work(UUID schoolId, boolean really, Instant now) {
            this.schoolId = schoolId;
            this.really = really;
            this.now = now;
            yearId = years.currentOrOpen(schoolId, now).id();
            classes.of(yearId).forEach(each -> byName.put(key(each.name()), each));
            var everybody =
                    people.ofSchool(schoolId).stream().collect(Collectors.toMap(Person::id, Function.identity()));
            everybody.values().forEach(person -> bySource.put(person.id().toString(), person));
            sourceIds.of(schoolId).forEach((source, id) -> {
                var person = everybody.get(id);
                if (person != null) {
                    bySource.put(source, person);
                }
            });
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        int all(Links links) {
            int todo = 0;
            for (var room : links.classes()) {
                todo += open(room);
            }
            for (var homeroom : links.homerooms()) {
                todo += lead(homeroom);
            }
            for (var taught : links.teachings()) {
                todo += teach(taught);
            }
            return todo + guardAll(links.guarded()) + joinAll(links.joined());
        }

        private int open(Links.Room room) {
            if (byName.containsKey(key(room.name()))) {
                return 0;
            }
            if (really) {
                var opened = SchoolClass.open(schoolId, yearId, room.name(), room.grade(), now);
                classes.persist(opened);
                byName.put(key(room.name()), opened);
            }
            return 1;
        }

        private int lead(Links.Homeroom homeroom) {
            var schoolClass = byName.get(key(homeroom.className()));
            var teacher = teacher(homeroom.teacher());
            if (schoolClass == null || teacher == null) {
                return really ? 0 : 1;
            }
            if (teacher.id().equals(schoolClass.homeroomTeacherId())) {
                return 0;
            }
            if (really) {
                assigning.leadBy(schoolClass, teacher, now);
            }
            return 1;
        }

        private int teach(Links.Taught taught) {
            var schoolClass = byName.get(key(taught.className()));
            var teacher = teacher(taught.teacher());
            if (schoolClass == null || teacher == null) {
                return really ? 0 : 1;
            }
            if (assigning
                    .existing(teacher.id(), schoolClass.id(), taught.subject(), null)
                    .isPresent()) {
                return 0;
            }
            if (really) {
                assigning.assign(teacher, schoolClass, taught.subject(), null, now);
            }
            return 1;
        }

        private int guardAll(List<Links.Guarded> guarded) {
            if (guarded.isEmpty()) {
                return 0;
            }
            var ties = guarding.ofSchool(schoolId);
            return guarded.stream().mapToInt(each -> guard(ties, each)).sum();
        }

        private int guard(Ties ties, Links.Guarded guarded) {
            var guardian = bySource.get(guarded.guardian());
            var child = bySource.get(guarded.child());
            if (guardian == null || child == null) {
                return really ? 0 : 1;
            }
            if (!guardian.roles().contains(Role.GUARDIAN) || !child.roles().contains(Role.STUDENT)) {
                return 0;
            }
            if (ties.isSo(new Ties.Pair(guardian.id(), child.id()), guarded.relation())) {
                return 0;
            }
            if (really) {
                ties.tie(guardian, child, guarded.relation());
            }
            return 1;
        }

        private int joinAll(List<Links.Joined> joined) {
            if (joined.isEmpty()) {
                return 0;
            }
            var groups = grouping.ofSchool(schoolId);
            return joined.stream().mapToInt(each -> join(groups, each)).sum();
        }

        private int join(Grouping.Book groups, Links.Joined joined) {
            var person = bySource.get(joined.person());
            if (person == null) {
                return really ? 0 : 1;
            }
            if (groups.isSo(joined.group(), joined.subjects(), person.id(), joined.leads())) {
                return 0;
            }
            if (really && person.isAny(Role.STAFF)) {
                groups.join(joined.group(), joined.subjects(), person.id(), joined.leads());
            }
            return 1;
        }

        private @Nullable Person teacher(String source) {
            var person = bySource.get(source);
            return person != null && person.roles().contains(Role.TEACHER) ? person : null;
        }
    }
}
