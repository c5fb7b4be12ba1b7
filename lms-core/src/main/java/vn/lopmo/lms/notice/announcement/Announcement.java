package vn.lopmo.lms.notice.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;
import vn.lopmo.platform.time.ClockSource;

/// What somebody says to classes or to the whole school. To whom it went is settled when it is sent; its words and its
/// last day may be corrected, which shows.
@Entity
class Announcement {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    private @Nullable UUID ownerId;

    @Column
    private UUID sentAs;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> classIds;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Column
    private String title;

    @Column
    private String text;

    private @Nullable LocalDate endsOn;

    @Column
    private Instant madeAt;

    private @Nullable Instant editedAt;

    private @Nullable Instant withdrawnAt;

    protected Announcement() {}

    /// @param classIds none: the whole school
    record Address(Collection<UUID> classIds, Set<Role> roles) {}

    /// @param endsOn the last day that it is shown on first pages and lists
    record Words(String title, String text, @Nullable LocalDate endsOn) {
        /// @throws Refusal.Invalid if nothing is said, or its last day is over
        static Words of(String title, String text, @Nullable LocalDate endsOn, Instant now) {
            if (endsOn != null && endsOn.isBefore(LocalDate.ofInstant(now, ClockSource.VIETNAM))) {
                throw new Refusal.Invalid("announcement-day-over");
            }
            var lines = VietnameseText.lines(text);
            if (lines.isEmpty()) {
                throw new Refusal.Invalid("nothing-said");
            }
            return new Words(VietnameseText.tidy(title), lines, endsOn);
        }
    }

    @SuppressWarnings("NullAway.Init") // set() comes next
    static Announcement of(UUID schoolId, UUID ownerId, UUID sentAs, Address address, Words words, Instant now) {
        var one = new Announcement();
        one.id = Ids.next(now);
        one.schoolId = schoolId;
        one.ownerId = ownerId;
        one.sentAs = sentAs;
        one.classIds = address.classIds.stream().distinct().toList();
        one.roles = address.roles.stream().map(Role::name).sorted().toList();
        one.madeAt = now;
        one.set(words);
        return one;
    }

    /// Whether it is what somebody sends again.
    boolean saysAndGoesTo(Address address, String title, String text, @Nullable LocalDate endsOn) {
        return Set.copyOf(classIds).equals(Set.copyOf(address.classIds))
                && roles().equals(address.roles)
                && this.title.equals(VietnameseText.tidy(title))
                && this.text.equals(VietnameseText.lines(text))
                && Objects.equals(this.endsOn, endsOn);
    }

    /// @throws Refusal.Conflict if it was withdrawn
    void correct(Words words, Instant now) {
        if (withdrawnAt != null) {
            throw new Refusal.Conflict("announcement-withdrawn");
        }
        set(words);
        editedAt = now;
    }

    private void set(Words words) {
        title = words.title;
        text = words.text;
        endsOn = words.endsOn;
    }

    void withdraw(Instant now) {
        withdrawnAt = withdrawnAt == null ? now : withdrawnAt;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    @Nullable
    UUID ownerId() {
        return ownerId;
    }

    List<UUID> classIds() {
        return classIds;
    }

    Address address() {
        return new Address(classIds, roles());
    }

    boolean isForWholeSchool() {
        return classIds.isEmpty();
    }

    Set<Role> roles() {
        return roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }
}
