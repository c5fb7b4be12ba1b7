package vn.lopmo.lms.organisation.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// The accounts in Keycloak, seen through its admin client. Every call refuses with [Refusal.Unavailable] while
/// Keycloak is away. Safe for any number of threads. One client for the life of the service: its token serves many
/// calls, in a request or in the background.
@ApplicationScoped
public class Accounts {
    static final String SCHOOL = "school_id";
    static final String MUST_CHANGE_PASSWORD = "UPDATE_PASSWORD";
    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private final Keycloak keycloak;
    private final String realmName;
    private final Map<Role, RoleRepresentation> roles = new ConcurrentHashMap<>();
    private final RoleGroups groups = new RoleGroups(this::realm);

    /// @param firstPassword whether the password must be changed at the first login
    public record Opening(
            String username,
            String name,
            UUID schoolId,
            Set<Role> roles,
            @Nullable String password,
            boolean firstPassword) {
        /// Nobody signs in with it until [#renewPassword] has given it a first password.
        public static Opening withoutPassword(String username, String name, UUID schoolId, Set<Role> roles) {
            return new Opening(username, name, schoolId, roles, null, true);
        }
    }

    Accounts(IdentityConfig config) {
        realmName = config.realm();
        keycloak = KeycloakBuilder.builder()
                .serverUrl(config.url())
                .realm(config.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(config.clientId())
                .clientSecret(config.clientSecret())
                .resteasyClient(patient(config.patience()))
                .build();
    }

    /// Keycloak's usual client, which would wait for ever.
    private static Client patient(Duration patience) {
        return Keycloak.getClientProvider()
                .newRestEasyClient(null, null, false)
                .property(QuarkusRestClientProperties.CONNECT_TIMEOUT, Math.toIntExact(patience.toMillis()))
                .property(QuarkusRestClientProperties.READ_TIMEOUT, patience.toMillis());
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    /// Opens an account, or takes over one of the same name and school that belongs to nobody: what is left when a
    /// machine stops between Keycloak's commit and ours.
    ///
    /// @param known whether an account belongs to somebody already
    /// @return the account's subject
    /// @throws Refusal.Conflict if the name is somebody else's
    public UUID open(Opening opening, Predicate<UUID> known) {
        return asking(() -> {
            try (var answer = realm().users().create(representation(opening))) {
                if (answer.getStatus() == 201 || answer.getStatus() == 409) {
                    return opened(answer, opening, known);
                }
            }
            groups.forget();
            try (var answer = realm().users().create(representation(opening))) {
                return opened(answer, opening, known);
            }
        });
    }

    private UUID opened(Response answer, Opening opening, Predicate<UUID> known) {
        return answer.getStatus() == 409 ? takeOver(opening, known) : created(answer);
    }

    private static UUID created(Response answer) {
        if (answer.getStatus() == 201) {
            var path = answer.getLocation().getPath();
            return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        }
        if (answer.getStatus() == 400) {
            // its body may repeat the person's name
            LOG.warn("Keycloak refused an account");
            throw new Refusal.Invalid("account-refused");
        }
        throw new WebApplicationException(answer.getStatus());
    }

    private UUID takeOver(Opening opening, Predicate<UUID> known) {
        var found = realm().users().searchByUsername(opening.username, true).stream()
                .filter(user -> belongsTo(user, opening.schoolId))
                .map(user -> UUID.fromString(user.getId()))
                .filter(id -> !known.test(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict("username-taken", opening.username));
        if (opening.password != null) {
            user(found).resetPassword(credential(opening.password, opening.firstPassword));
        }
        user(found).roles().realmLevel().add(roles(opening.roles));
        return found;
    }

    private static boolean belongsTo(UserRepresentation user, UUID schoolId) {
        var attributes = user.getAttributes();
        return attributes != null && attributes.getOrDefault(SCHOOL, List.of()).contains(schoolId.toString());
    }

    private UserRepresentation representation(Opening opening) {
        var user = new UserRepresentation();
        user.setUsername(opening.username);
        user.setFirstName(opening.name);
        user.setEnabled(true);
        user.setAttributes(Map.of(SCHOOL, List.of(opening.schoolId.toString())));
        user.setGroups(groups.paths(roles(opening.roles)));
        if (opening.password != null) {
            user.setCredentials(List.of(credential(opening.password, opening.firstPassword)));
        } else {
            user.setRequiredActions(List.of(MUST_CHANGE_PASSWORD));
        }
        return user;
    }

    /// As partial import wants it, which gives nobody the roles that everybody has.
    UserRepresentation imported(Opening opening) {
        var user = representation(opening);
        user.setRealmRoles(List.of("default-roles-" + realmName.toLowerCase(Locale.ROOT)));
        return user;
    }

    private static CredentialRepresentation credential(String password, boolean first) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(first);
        return credential;
    }

    private List<RoleRepresentation> roles(Set<Role> wanted) {
        return wanted.stream()
                .map(role -> roles.computeIfAbsent(
                        role, r -> realm().roles().get(r.realmName()).toRepresentation()))
                .toList();
    }

    /// Takes an account back whose person could not be kept, or is to be erased. One that is gone already is no fault.
    /// Keycloak tells web-ui of sessions that it ends, but not of those that end with their account.
    public void close(UUID id) {
        asking(() -> {
            shut(id);
            try (var answer = realm().users().delete(id.toString())) {
                return answer.getStatus();
            }
        });
    }

    /// Shuts the door to somebody; one whose account is gone is out already.
    public void shut(UUID id) {
        asking(() -> {
            try {
                admit(user(id), false);
                return true;
            } catch (WebApplicationException refused) {
                return !isGone(refused);
            }
        });
    }

    public void rename(UUID id, String name) {
        asking(() -> {
            var account = user(id);
            var representation = account.toRepresentation();
            representation.setFirstName(name);
            account.update(representation);
            return id;
        });
    }

    public void give(UUID id, Set<Role> some) {
        asking(() -> {
            user(id).roles().realmLevel().add(roles(some));
            return id;
        });
    }

    /// Takes roles away and ends the sessions that still carry them.
    public void take(UUID id, Set<Role> some) {
        asking(() -> {
            var taken = roles(some);
            user(id).roles().realmLevel().remove(taken);
            groups.ids(taken).forEach(user(id)::leaveGroup);
            user(id).logout();
            return id;
        });
    }

    /// Opens or shuts the door to somebody; shutting it ends his sessions.
    public void admit(UUID id, boolean in) {
        asking(() -> {
            admit(user(id), in);
            return id;
        });
    }

    private static void admit(UserResource account, boolean in) {
        var representation = account.toRepresentation();
        representation.setEnabled(in);
        account.update(representation);
        if (!in) {
            account.logout();
        }
    }

    /// Gives a new first password in the place of one that was forgotten.
    ///
    /// @return whether there is such an account
    public boolean renewPassword(UUID id, String password) {
        return asking(() -> {
            try {
                user(id).resetPassword(credential(password, true));
                return true;
            } catch (WebApplicationException refused) {
                return !isGone(refused);
            }
        });
    }

    /// @throws WebApplicationException again, if it is something else
    private static boolean isGone(WebApplicationException refused) {
        if (refused.getResponse().getStatus() == 404) {
            return true;
        }
        throw refused;
    }

    /// Whether the first password is still the account's.
    public boolean hasFirstPassword(UUID id) {
        return asking(() -> {
            try {
                var actions = user(id).toRepresentation().getRequiredActions();
                return actions != null && actions.contains(MUST_CHANGE_PASSWORD);
            } catch (WebApplicationException refused) {
                return !isGone(refused);
            }
        });
    }

    RealmResource realm() {
        return keycloak.realm(realmName);
    }

    private UserResource user(UUID id) {
        return realm().users().get(id.toString());
    }

    static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (ProcessingException | WebApplicationException away) {
            LOG.warnf("Keycloak did not do what was asked: %s", away.toString());
            throw new Refusal.Unavailable("identity-away", 10);
        }
    }
}
