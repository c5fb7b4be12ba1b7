package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.HeaderColumns;

/// Puts people into subject groups by the groups' names.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Grouping {
    public static final int LONGEST_NAME = 80;

    private final SubjectGroups groups;
    private final Clock clock;

    Grouping(SubjectGroups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    public Book ofSchool(UUID schoolId) {
        return new Book(groups, schoolId, groups.of(schoolId), clock.instant());
    }

    /// "Tổ Toán – Tin" and "toán tin" are one name.
    public static String key(String name) {
        return HeaderColumns.words(name).replaceFirst("^to ", "");
    }

    /// The groups of a school, read at once, and as they become. For one transaction and one thread.
    public static final class Book {
        private final SubjectGroups groups;
        private final UUID schoolId;
        private final Instant now;
        private final Map<String, SubjectGroup> byName = new HashMap<>();

        private Book(SubjectGroups groups, UUID schoolId, List<SubjectGroup> all, Instant now) {
            this.groups = groups;
            this.schoolId = schoolId;
            this.now = now;
            all.forEach(group -> byName.put(key(group.name()), group));
        }

        public @Nullable SubjectGroup find(String name) {
            return byName.get(key(name));
        }

        /// Whether somebody is in the group, with these subjects, and leads it if he should.
        public boolean isSo(String name, Collection<String> subjects, UUID personId, boolean leads) {
            var group = find(name);
            return group != null
                    && group.members().contains(personId)
                    && group.subjects().containsAll(subjects)
                    && (!leads || Objects.equals(group.leaderId(), personId));
        }

        /// A group that is not there yet is opened with the subjects.
        public void join(String name, Collection<String> subjects, UUID personId, boolean leads) {
            var group = find(name);
            if (group == null) {
                group = SubjectGroup.of(schoolId, now);
                group.change(name, subjects, leads ? personId : null, List.of(personId));
                groups.persist(group);
                byName.put(key(name), group);
            } else {
                group.take(personId, leads, subjects);
            }
        }
    }
}
