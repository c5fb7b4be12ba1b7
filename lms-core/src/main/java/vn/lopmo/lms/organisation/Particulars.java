package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.refusal.Refusal;

/// Corrects what is kept of a person.
@ApplicationScoped
public class Particulars {
    /// What is right now; what is left out was right before.
    public record Correction(
            @Size(max = 100) @Nullable String name,

            @Pattern(regexp = "[0-9]{10}") @Nullable String code,

            @Nullable LocalDate birthDate,
            @Nullable Gender gender) {}

    private final People people;
    private final Accounts accounts;

    Particulars(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    /// Outside of a transaction.
    public void correct(UUID personId, UUID schoolId, Correction right) {
        boolean renamed = QuarkusTransaction.requiringNew().call(() -> {
            var person = people.get(personId, schoolId);
            var before = person.name();
            checkCode(person, right.code);
            var name = right.name == null || right.name.isBlank() ? before : right.name;
            person.enterInRegister(right.code, name, right.birthDate, right.gender);
            return !before.equals(person.name());
        });
        if (renamed) {
            var name = QuarkusTransaction.requiringNew()
                    .call(() -> people.get(personId, schoolId).name());
            accounts.rename(personId, name);
        }
    }

    private void checkCode(Person person, @Nullable String code) {
        if (code != null) {
            people.findByCode(code, person.schoolId())
                    .filter(other -> !other.id().equals(person.id()))
                    .ifPresent(other -> {
                        throw new Refusal.Conflict("code-taken", code);
                    });
        }
    }
}
