package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
    private static final int SHOWN = 500;

    /// @throws Refusal.NotFound also if it is another school's
    public Person get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("person-not-found"));
    }

    public Optional<Person> findByCode(String code, UUID schoolId) {
        return find("code = ?1 and schoolId = ?2", code, schoolId).firstResultOptional();
    }

    /// Who somebody of another school is at this one, if he has come from there.
    public Optional<Person> cameFrom(UUID before, UUID schoolId) {
        return find("cameFrom = ?1 and schoolId = ?2", before, schoolId).firstResultOptional();
    }

    public boolean usernameTaken(String username) {
        return count("username", username) > 0;
    }

    /// Names of accounts that begin like this.
    public List<String> usernamesLike(Collection<String> beginnings) {
        return getEntityManager()
                .createNativeQuery(
                        "select username from person where username ^@ any(cast(:beginnings as text[]))", String.class)
                .setParameter("beginnings", beginnings.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    public List<Person> withCodes(Collection<String> codes, UUID schoolId) {
        return codes.isEmpty() ? List.of() : list("code in ?1 and schoolId = ?2", codes, schoolId);
    }

    public Map<UUID, Person> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Person::id, person -> person));
    }

    public List<Person> ofIds(Collection<UUID> ids, UUID schoolId) {
        return list("id in ?1 and schoolId = ?2", ids, schoolId);
    }

    /// Those with a student's code: who the ministry's list can be compared with.
    public List<Person> inRegister(UUID schoolId) {
        return list("schoolId = ?1 and code is not null", schoolId);
    }

    /// People of a school by role and part of the name or the user name, typed with or without accents; in register
    /// order.
    public List<Person> search(UUID schoolId, @Nullable Role role, String typed) {
        var part = "%" + VietnameseText.fold(VietnameseText.tidy(typed)).replaceAll("[%_\\\\]", "") + "%";
        var found = role == null
                ? find(
                        "schoolId = ?1 and erasedAt is null and (nameFolded like ?2 or username like ?2) order by nameFolded, id",
                        schoolId,
                        part)
                : find(
                        "schoolId = ?1 and erasedAt is null and (nameFolded like ?2 or username like ?2) and array_contains(roles, ?3) order by nameFolded, id",
                        schoolId,
                        part,
                        role.name());
        return found.page(0, SHOWN).list().stream().sorted(inRegisterOrder()).toList();
    }

    /// Who works at a school, in register order.
    List<Person> staffOf(UUID schoolId) {
        var isStaff = Role.STAFF.stream()
                .map(role -> "array_contains(roles, '" + role + "')")
                .collect(Collectors.joining(" or "));
        return list("schoolId = ?1 and (" + isStaff + ")", schoolId).stream()
                .sorted(inRegisterOrder())
                .toList();
    }

    /// Everybody of a school, those who left too.
    public List<Person> ofSchool(UUID schoolId) {
        return list("schoolId = ?1 and erasedAt is null", schoolId);
    }

    public List<Person> withRole(UUID schoolId, Role role) {
        return list("schoolId = ?1 and array_contains(roles, ?2)", schoolId, role.name());
    }

    public static Comparator<Person> inRegisterOrder() {
        return Comparator.comparing(Person::name, VietnameseText.byGivenName());
    }
}
