package vn.lopmo.lms.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// Learners whom a teacher gives work together. To other services it is a class; here it is none: it stands in no
/// class list and no roster, and nobody leaves his class for it.
@Entity
public class LearnerGroup {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID classId;

    @Column
    private String name;

    @Column
    private int grade;

    @Column
    private UUID madeBy;

    @Column
    private Instant madeAt;

    private @Nullable Instant endedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "learner_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "person_id")
    private Set<UUID> members = new HashSet<>();

    @Version
    private int revision;

    protected LearnerGroup() {}

    @SuppressWarnings("NullAway.Init")
    private LearnerGroup(SchoolClass home, UUID madeBy, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = home.schoolId();
        this.classId = home.id();
        this.grade = home.grade();
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    /// An empty one, of a class that gives it its grade; [#change] fills it.
    static LearnerGroup of(SchoolClass home, UUID madeBy, Instant now) {
        return new LearnerGroup(home, madeBy, now);
    }

    /// What its maker is in it: he leads what is given to it.
    MembershipChanged led(boolean active) {
        return event(madeBy, ClassRole.TEACHER, active);
    }

    /// @return who came, left, or is now in a group of another name
    List<MembershipChanged> change(String newName, Collection<UUID> wanted) {
        var tidy = VietnameseText.tidy(newName);
        boolean renamed = !tidy.equals(name);
        name = tidy;
        var events = new ArrayList<MembershipChanged>();
        for (var person : Set.copyOf(members)) {
            if (!wanted.contains(person)) {
                members.remove(person);
                events.add(event(person, ClassRole.STUDENT, false));
            } else if (renamed) {
                events.add(event(person, ClassRole.STUDENT, true));
            }
        }
        for (var person : new HashSet<>(wanted)) {
            if (members.add(person)) {
                events.add(event(person, ClassRole.STUDENT, true));
            }
        }
        if (renamed) {
            events.add(led(true));
        }
        return events;
    }

    MembershipChanged leave(UUID learnerId) {
        members.remove(learnerId);
        return event(learnerId, ClassRole.STUDENT, false);
    }

    /// Work that was given to it stays with its learners' marks; nobody new is given anything.
    ///
    /// @return who left
    List<MembershipChanged> end(Instant now) {
        var events = new ArrayList<>(change(name, List.of()));
        events.add(led(false));
        endedAt = now;
        return events;
    }

    private MembershipChanged event(UUID person, ClassRole role, boolean active) {
        return new MembershipChanged(schoolId, person, id, name, grade, role, active);
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID classId() {
        return classId;
    }

    String name() {
        return name;
    }

    int grade() {
        return grade;
    }

    UUID madeBy() {
        return madeBy;
    }

    public Set<UUID> members() {
        return Set.copyOf(members);
    }
}
