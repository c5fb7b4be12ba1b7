package vn.lopmo.lms.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// The teachers of related subjects and who leads them (tổ chuyên môn).
@Entity
public class SubjectGroup {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private String name;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> subjects;

    private @Nullable UUID leaderId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "subject_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "person_id")
    private Set<UUID> members = new HashSet<>();

    protected SubjectGroup() {}

    @SuppressWarnings("NullAway.Init")
    private SubjectGroup(UUID schoolId, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = schoolId;
    }

    static SubjectGroup of(UUID schoolId, Instant now) {
        return new SubjectGroup(schoolId, now);
    }

    /// Whoever leads it is one of it.
    void change(String newName, Collection<String> newSubjects, @Nullable UUID leader, Collection<UUID> newMembers) {
        name = VietnameseText.tidy(newName);
        subjects =
                newSubjects.stream().map(Subjects::checked).distinct().sorted().toList();
        leaderId = leader;
        var wanted = new HashSet<>(newMembers);
        if (leader != null) {
            wanted.add(leader);
        }
        members.retainAll(wanted);
        members.addAll(wanted);
    }

    /// Somebody comes in; the subjects that he brings are added.
    void take(UUID personId, boolean leads, Collection<String> more) {
        members.add(personId);
        leaderId = leads ? personId : leaderId;
        if (!subjects.containsAll(more)) {
            subjects = Stream.concat(subjects.stream(), more.stream().map(Subjects::checked))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    void leave(UUID personId) {
        members.remove(personId);
        if (personId.equals(leaderId)) {
            leaderId = null;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public String name() {
        return name;
    }

    public List<String> subjects() {
        return subjects;
    }

    public @Nullable UUID leaderId() {
        return leaderId;
    }

    public Set<UUID> members() {
        return Set.copyOf(members);
    }
}
