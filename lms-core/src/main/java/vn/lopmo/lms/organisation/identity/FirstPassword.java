package vn.lopmo.lms.organisation.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The first password of a pupil, sealed, kept for the sheet that the school prints: until it is changed, and not
/// longer than [#LIFE].
@Entity
public class FirstPassword {
    public static final Duration LIFE = Duration.ofDays(30);

    @Id
    private UUID personId;

    @Column
    private UUID schoolId;

    @Column
    private byte[] sealed;

    @Column
    private Instant madeAt;

    /// Whether Keycloak has it: hashing takes its time after the accounts are there.
    private boolean isSet;

    protected FirstPassword() {}

    /// @param sealed by [Sealing], bound to the account's name
    public static FirstPassword keep(UUID personId, UUID schoolId, byte[] sealed, Instant now) {
        var password = new FirstPassword();
        password.personId = personId;
        password.schoolId = schoolId;
        password.sealed = sealed.clone();
        password.madeAt = now;
        return password;
    }

    public UUID personId() {
        return personId;
    }

    boolean isSet() {
        return isSet;
    }

    void set() {
        isSet = true;
    }

    byte[] sealed() {
        return sealed.clone();
    }
}
