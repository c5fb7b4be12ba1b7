package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.text.VietnameseText;

/// Somebody of a school who has an account. The id is Keycloak's subject. Of a student's sheet only what teaching needs
/// is kept: no ethnicity, no address, no parents' jobs, no citizen id.
@Entity
public class Person {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private String name;

    /// The name as it is typed without accents, for searching.
    @Column
    private String nameFolded;

    @Column
    private String username;

    /// The ministry's identifier of a student: ten digits.
    private @Nullable String code;

    private @Nullable LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Column
    private Instant createdAt;

    private @Nullable LocalDate leftOn;

    private @Nullable Instant erasedAt;

    /// Who he was at the school of this install that he came from.
    private @Nullable UUID cameFrom;

    protected Person() {}

    /// @param id the subject that Keycloak gave the account
    public static Person join(
            UUID id, UUID schoolId, String name, String username, Collection<Role> roles, Instant now) {
        var person = new Person();
        person.id = id;
        person.schoolId = schoolId;
        person.username = username;
        person.roles = roles.stream().map(Role::name).sorted().toList();
        person.createdAt = now;
        person.rename(name);
        return person;
    }

    public void rename(String newName) {
        name = VietnameseText.tidy(newName);
        nameFolded = VietnameseText.fold(name);
    }

    /// What a list says of a person; of what it leaves out, what is known stays. The name may be corrected there; the
    /// account's name stays.
    public void enterInRegister(
            @Nullable String newCode, String newName, @Nullable LocalDate born, @Nullable Gender newGender) {
        code = newCode == null ? code : newCode;
        birthDate = born == null ? birthDate : born;
        gender = newGender == null ? gender : newGender;
        rename(newName);
    }

    public void hold(Collection<Role> now) {
        roles = now.stream().map(Role::name).sorted().toList();
    }

    /// @param day the last one at the school; null when he is back
    public void left(@Nullable LocalDate day) {
        leftOn = day;
    }

    /// @param before who he was at his last school
    public void comeFrom(UUID before) {
        cameFrom = before;
    }

    public @Nullable UUID cameFrom() {
        return cameFrom;
    }

    /// What is left of a person is a row that marks can belong to: no name, no code, no day of birth.
    void erase(String words, Instant now) {
        rename(words);
        username = "-" + id;
        code = null;
        birthDate = null;
        gender = null;
        cameFrom = null;
        roles = List.of();
        erasedAt = now;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /// The last day at the school of somebody who has left.
    public @Nullable LocalDate leftOn() {
        return leftOn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isAny(Set<Role> some) {
        return roles().stream().anyMatch(some::contains);
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

    public String username() {
        return username;
    }

    public @Nullable String code() {
        return code;
    }

    public @Nullable LocalDate birthDate() {
        return birthDate;
    }

    public @Nullable Gender gender() {
        return gender;
    }

    public Set<Role> roles() {
        return roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
