package vn.lopmo.lms.organisation.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.id.Ids;

/// One row of a list with the verdict on it. A row whose student gets an account carries the account's name and sealed
/// password from before Keycloak is asked, so that after a crash the same account is found again and not a second one
/// made.
@Entity
class RosterRow {
    enum Verdict {
        NEW,
        CHANGED,
        /// In another class now, whatever else has changed.
        MOVED,
        UNCHANGED,
        REJECTED,
        /// Known already, and to be tied to a child or a group: nothing of the person changes.
        LINKED,
        /// Nobody of the list: somebody whom we have and the list has not.
        GONE
    }

    @Id
    private UUID id;

    @Column
    private UUID importId;

    @Column
    private int sheetRow;

    @Column
    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private @Nullable String code;
    private @Nullable String name;
    private @Nullable LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    private @Nullable String className;
    private @Nullable Integer grade;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reasons;

    /// JSON: a list of [Change].
    @Column
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String changes;

    private @Nullable String username;
    private byte @Nullable [] sealedPassword;
    private @Nullable Instant appliedAt;
    private @Nullable UUID personId;
    private @Nullable String sourceFile;
    private @Nullable String sourceId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> marks;

    private @Nullable String staffCode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> subjects;

    private @Nullable String groupName;
    private @Nullable String childCode;
    private @Nullable String childName;
    private @Nullable String relation;

    protected RosterRow() {}

    static RosterRow of(UUID importId, Entry entry, Verdict verdict, String changes, Instant now) {
        var row = ofPerson(importId, entry, verdict, changes, now);
        var source = entry.source();
        if (source != null) {
            row.sourceFile = source.file();
            row.sourceId = source.id();
            row.marks = source.marks();
        }
        var post = entry.post();
        if (post != null) {
            row.staffCode = post.code();
            row.subjects = post.subjects();
            row.groupName = post.group();
        }
        var ward = entry.ward();
        if (ward != null) {
            row.childCode = ward.code();
            row.childName = ward.name();
            row.relation = ward.relation();
        }
        return row;
    }

    private static RosterRow ofPerson(UUID importId, Entry entry, Verdict verdict, String changes, Instant now) {
        var row = new RosterRow();
        row.id = Ids.next(now);
        row.importId = importId;
        row.sheetRow = entry.sheetRow();
        row.verdict = verdict;
        row.code = entry.code();
        row.name = entry.name();
        row.birthDate = entry.birthDate();
        row.gender = entry.gender();
        row.className = entry.className();
        row.grade = entry.grade();
        row.reasons = entry.faults();
        row.changes = changes;
        row.roles = entry.roles().stream().map(Role::name).sorted().toList();
        return row;
    }

    void plan(String username, byte[] sealedPassword) {
        this.username = username;
        this.sealedPassword = sealedPassword.clone();
    }

    void applied(Instant now) {
        appliedAt = now;
        sealedPassword = null;
    }

    /// Keycloak would not have it.
    void reject(String slug) {
        verdict = Verdict.REJECTED;
        reasons = List.of(slug);
        sealedPassword = null;
    }

    boolean isPlanned() {
        return username != null;
    }

    /// The row as an entry again. Only sound rows are applied.
    Entry entry() {
        return new Entry(
                sheetRow,
                code,
                name,
                birthDate,
                gender,
                className,
                grade,
                reasons,
                source(),
                roles(),
                groupName == null && staffCode == null
                        ? null
                        : new Entry.Post(staffCode, subjects == null ? List.of() : subjects, groupName, false),
                childCode == null && childName == null ? null : new Entry.Ward(childCode, childName, relation));
    }

    private Entry.@Nullable Source source() {
        return sourceFile == null && sourceId == null ? null : new Entry.Source(sourceFile, sourceId, null, marks());
    }

    /// Rows from before there were marks have their other system's id alone.
    List<String> marks() {
        if (marks != null) {
            return marks;
        }
        return sourceId == null ? List.of() : List.of(sourceId);
    }

    private Set<Role> roles() {
        return roles == null
                ? Set.of(Role.STUDENT)
                : roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    RosterRow about(UUID person) {
        personId = person;
        return this;
    }

    @Nullable
    UUID personId() {
        return personId;
    }

    UUID id() {
        return id;
    }

    int sheetRow() {
        return sheetRow;
    }

    Verdict verdict() {
        return verdict;
    }

    List<String> reasons() {
        return reasons;
    }

    String changes() {
        return changes;
    }

    @Nullable
    String username() {
        return username;
    }

    byte @Nullable [] sealedPassword() {
        return sealedPassword;
    }
}
