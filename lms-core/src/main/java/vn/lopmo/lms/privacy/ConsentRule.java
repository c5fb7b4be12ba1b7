package vn.lopmo.lms.privacy;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// Whose consent it takes: the guardian's for a small child, both for a bigger one, one's own from an age on. Somebody
/// whose birth date is not known and who has guardians is treated as a bigger child.
record ConsentRule(boolean own, boolean guardian) {
    static ConsentRule of(@Nullable LocalDate born, boolean isStudent, LocalDate today, PrivacyConfig config) {
        if (!isStudent) {
            return new ConsentRule(true, false);
        }
        if (born == null) {
            return new ConsentRule(true, true);
        }
        int age = Period.between(born, today).getYears();
        return new ConsentRule(age >= config.ownConsentFrom(), age < config.aloneFrom());
    }

    boolean isMet(boolean ownGiven, boolean guardianGiven) {
        return (!own || ownGiven) && (!guardian || guardianGiven);
    }
}
