package vn.lopmo.lms.organisation.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import vn.lopmo.lms.organisation.identity.Accounts.Opening;
import vn.lopmo.platform.refusal.Refusal;

/// Opens the accounts of a list many by one call, Keycloak's partial import: a call each costs it twice as much (ADR
/// 0018). It asks for the right `manage-realm`; where the service does not have it, and for whatever the import does
/// not take, accounts are opened one by one. Safe for any number of threads.
@ApplicationScoped
public class ManyAccounts {
    /// The import does not look at people's profiles: names with anything else are left to the call that does.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .'’-]{1,120}");
    private static final Pattern PLAIN_USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");
    private static final Logger LOG = Logger.getLogger(ManyAccounts.class);

    private final Accounts accounts;
    private final ObjectMapper json;

    ManyAccounts(Accounts accounts, ObjectMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    /// What came of an opening.
    public sealed interface Answer {
        record Opened(UUID account) implements Answer {}

        /// The name is somebody else's.
        record Taken() implements Answer {}

        record Refused(String slug) implements Answer {}
    }

    /// Accounts without a password, as [Accounts#open] opens them. Some may be open when this refuses: asked again,
    /// they are taken over.
    ///
    /// @param openings of different names
    /// @param known whether an account belongs to somebody already
    /// @return by the account's name
    /// @throws Refusal.Unavailable while Keycloak is away
    public Map<String, Answer> open(List<Opening> openings, Predicate<UUID> known) {
        var answers = new HashMap<String, Answer>();
        var plain = openings.stream().filter(ManyAccounts::isPlain).toList();
        if (plain.size() > 1) {
            imported(plain).forEach((username, id) -> answers.put(username, new Answer.Opened(id)));
        }
        for (var opening : openings) {
            answers.computeIfAbsent(opening.username(), unused -> one(opening, known));
        }
        return answers;
    }

    private static boolean isPlain(Opening opening) {
        return opening.password() == null
                && PLAIN.matcher(opening.name()).matches()
                && PLAIN_USERNAME.matcher(opening.username()).matches();
    }

    private Answer one(Opening opening, Predicate<UUID> known) {
        try {
            return new Answer.Opened(accounts.open(opening, known));
        } catch (Refusal.Conflict taken) {
            return new Answer.Taken();
        } catch (Refusal.Invalid refused) {
            return new Answer.Refused(refused.slug());
        }
    }

    /// @return the accounts that were not there before
    private Map<String, UUID> imported(List<Opening> openings) {
        var wanted = new PartialImportRepresentation();
        wanted.setIfResourceExists(PartialImportRepresentation.Policy.SKIP.name());
        return Accounts.asking(() -> {
            var users = new ArrayList<UserRepresentation>();
            openings.forEach(opening -> users.add(accounts.imported(opening)));
            wanted.setUsers(users);
            try (var answer = accounts.realm().partialImport(wanted)) {
                return added(answer);
            }
        });
    }

    private Map<String, UUID> added(Response answer) {
        if (answer.getStatus() != 200) {
            LOG.infof("Keycloak imports no accounts (%d): they are opened one by one", answer.getStatus());
            return Map.of();
        }
        var added = new HashMap<String, UUID>();
        for (var result : read(answer.readEntity(String.class)).path("results")) {
            if (result.path("action").asText().equals("ADDED")) {
                added.put(
                        result.path("resourceName").asText(),
                        UUID.fromString(result.path("id").asText()));
            }
        }
        return added;
    }

    private JsonNode read(String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Keycloak's answer is no JSON", impossible);
        }
    }
}
