package vn.lopmo.lms.notice;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.caller.Role;

/// Whom a notice is for: a query with one list of ids in it, so that a class of 45 is one statement.
public sealed interface Audience {
    /// Of `person_id`, and of `child_id` where a guardian is told of his child.
    String people();

    UUID[] ids();

    /// All who learn in some classes now.
    record Classes(UUID... ids) implements Audience {
        static Classes of(Collection<UUID> ids) {
            return new Classes(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select distinct m.person_id, cast(null as uuid) as child_id from membership m"
                    + " where m.class_id = any (?) and m.role = 'STUDENT' and m.ended_at is null";
        }
    }

    /// Who learns in some classes, is in some groups, or is named himself: all ids together, for no two are the same.
    record Takers(UUID... ids) implements Audience {
        static Takers of(Collection<UUID> ids) {
            return new Takers(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "with taker as (select unnest(cast(? as uuid[])) as id) select person_id, cast(null as uuid) as child_id from ("
                    + "select m.person_id from membership m join taker t on t.id = m.class_id"
                    + " where m.role = 'STUDENT' and m.ended_at is null"
                    + " union select g.person_id from learner_group_member g join taker t on t.id = g.group_id"
                    + " union select t.id from taker t) each_once";
        }
    }

    record People(UUID... ids) implements Audience {
        static People of(Collection<UUID> ids) {
            return new People(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select p.id as person_id, cast(null as uuid) as child_id from person p where p.id = any (?)";
        }
    }

    /// Learners of some classes, their guardians, or both; each once.
    record OfClasses(Set<Role> roles, UUID... ids) implements Audience {
        private static final String LEARNERS =
                "select m.person_id from membership m join told_class k on k.id = m.class_id"
                        + " where m.role = 'STUDENT' and m.ended_at is null";

        @Override
        public String people() {
            return "with told_class as (select unnest(cast(? as uuid[])) as id) select person_id, cast(null as uuid) as child_id from ("
                    + LEARNERS
                    + " and " + roles.contains(Role.STUDENT)
                    + " union select g.guardian_id from guardianship g where " + roles.contains(Role.GUARDIAN)
                    + " and g.child_id in (" + LEARNERS + ")) each_once";
        }
    }

    /// All of a school who have one of some roles.
    record OfSchool(UUID school, Set<Role> roles) implements Audience {
        @Override
        public String people() {
            var names = roles.stream().map(role -> "'" + role.name() + "'").collect(Collectors.joining(", "));
            return "select p.id as person_id, cast(null as uuid) as child_id from person p where p.school_id = any (?) and p.roles && array["
                    + names + "]::varchar[]";
        }

        @Override
        public UUID[] ids() {
            return new UUID[] {school};
        }
    }

    /// All guardians of some children; who guards two of them is told of each.
    record GuardiansOf(UUID... ids) implements Audience {
        static GuardiansOf of(Collection<UUID> children) {
            return new GuardiansOf(children.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select g.guardian_id as person_id, g.child_id from guardianship g where g.child_id = any (?)";
        }
    }
}
