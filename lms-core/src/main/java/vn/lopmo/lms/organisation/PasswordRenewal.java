package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.lms.organisation.identity.FirstPasswords;

/// A new first password for somebody who has forgotten his, or never had his slip of paper. It is shown once.
@ApplicationScoped
class PasswordRenewal {
    private final Accounts accounts;
    private final FirstPasswordSheet kept;

    PasswordRenewal(Accounts accounts, FirstPasswordSheet kept) {
        this.accounts = accounts;
        this.kept = kept;
    }

    String of(Person person) {
        var password = FirstPasswords.next();
        QuarkusTransaction.requiringNew().run(() -> kept.forget(person.id()));
        accounts.renewPassword(person.id(), password);
        return password;
    }
}
