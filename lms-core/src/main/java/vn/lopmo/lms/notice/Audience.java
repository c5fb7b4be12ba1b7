package vn.lopmo.lms.notice;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a notice is for: a query with one list of ids in it, so that a class of 45 is one statement.
sealed interface Audience {
    String people();

    UUID[] ids();

    /// Whose a guardian's notice is.
    default @Nullable UUID childId() {
        return null;
    }

    /// All who learn in some classes now.
    record Classes(UUID... ids) implements Audience {
        static Classes of(Collection<UUID> ids) {
            return new Classes(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select distinct m.person_id from membership m"
                    + " where m.class_id = any (?) and m.role = 'STUDENT' and m.ended_at is null";
        }
    }

    record People(UUID... ids) implements Audience {
        static People of(Collection<UUID> ids) {
            return new People(ids.toArray(UUID[]::new));
        }

        @Override
        public String people() {
            return "select p.id as person_id from person p where p.id = any (?)";
        }
    }

    record GuardiansOf(UUID child) implements Audience {
        @Override
        public String people() {
            return "select g.guardian_id as person_id from guardianship g where g.child_id = any (?)";
        }

        @Override
        public UUID[] ids() {
            return new UUID[] {child};
        }

        @Override
        public UUID childId() {
            return child;
        }
    }
}
