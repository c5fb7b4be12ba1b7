package vn.lopmo.lms.notice;

import java.util.Collection;
import java.util.UUID;

/// Whom a notice is for: a query with one list of ids in it, so that a class of 45 is one statement.
sealed interface Audience {
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

    record People(UUID... ids) implements Audience {
        static People of(Collection<UUID> ids) {
            return new People(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select p.id as person_id, cast(null as uuid) as child_id from person p where p.id = any (?)";
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
