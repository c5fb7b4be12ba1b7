package vn.lopmo.lms.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.lms.organisation.identity.Accounts.Opening;
import vn.lopmo.lms.organisation.identity.ManyAccounts.Answer;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.testkit.RealKeycloak;

/// Accounts opened many at once, in a real Keycloak.
@QuarkusTest
@TestProfile(RealAccounts.class)
class ManyAccountsTest {
    @Inject
    Accounts accounts;

    @Inject
    ManyAccounts many;

    @Inject
    ObjectMapper json;

    private final UUID school = UUID.randomUUID();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Opening pupil(String username, String name) {
        return Opening.withoutPassword(username + mark, name, school, Set.of(Role.STUDENT));
    }

    private static UUID opened(Map<String, Answer> answers, Opening opening) {
        return assertInstanceOf(Answer.Opened.class, answers.get(opening.username()))
                .account();
    }

    @Test
    void anAccountIsTheSameHoweverItWasOpened() {
        var alone = accounts.open(pupil("an", "Nông Thị An"), any -> false);
        var mai = pupil("mai", "Nông Thị Mai");
        var dak = pupil("dak", "H’Đăk Niê");

        var answers = many.open(List.of(mai, dak), any -> false);

        assertEquals(facts(alone), facts(opened(answers, mai)));
        assertEquals(facts(alone), facts(opened(answers, dak)));
        assertNotEquals(opened(answers, mai), opened(answers, dak));
        assertEquals("H’Đăk Niê", account(opened(answers, dak)).getFirstName());
        assertTrue(accounts.hasFirstPassword(opened(answers, mai)));
        assertTrue(accounts.renewPassword(opened(answers, mai), "sen-xanh-4827"));
        accounts.take(opened(answers, mai), Set.of(Role.STUDENT));
        assertFalse(roles(opened(answers, mai)).contains("student"));
    }

    @Test
    void aNameThatIsThereIsTakenOverFromNobodyAndFromNobodyElse() {
        var left = accounts.open(pupil("bo", "Vi Văn Bỏ"), any -> false);
        var somebody = accounts.open(pupil("co", "Vi Văn Có"), any -> false);
        accounts.open(
                Opening.withoutPassword("xa" + mark, "Vi Văn Xa", UUID.randomUUID(), Set.of(Role.STUDENT)),
                any -> false);
        var fresh = pupil("moi", "Vi Văn Mới");
        var openings = List.of(pupil("bo", "Vi Văn Bỏ"), pupil("co", "Vi Văn Có"), pupil("xa", "Vi Văn Xa"), fresh);

        var answers = many.open(openings, somebody::equals);

        assertEquals(new Answer.Opened(left), answers.get("bo" + mark));
        assertEquals(new Answer.Taken(), answers.get("co" + mark));
        assertEquals(new Answer.Taken(), answers.get("xa" + mark));
        opened(answers, fresh);
    }

    @Test
    void aNameThatKeycloakWouldRefuseIsRefusedAmongOthersToo() {
        var odd = pupil("la", "Lò Thị <b>Lả</b>");
        var hoa = pupil("hoa", "Lò Thị Hoa");
        var sung = pupil("sung", "Lò Thị Sung");

        var answers = many.open(List.of(hoa, odd, sung), any -> false);

        assertEquals(new Answer.Refused("account-refused"), answers.get(odd.username()));
        opened(answers, hoa);
        opened(answers, sung);
    }

    @Test
    void withoutTheRightToImportTheyAreOpenedOneByOne() {
        var few = new Accounts(clientWithout("manage-realm"));
        var openings = List.of(pupil("mot", "Lò Văn Một"), pupil("hai", "Lò Văn Hai"));
        try (var refused = few.realm().partialImport(new PartialImportRepresentation())) {
            assertEquals(403, refused.getStatus());
        }

        var answers = new ManyAccounts(few, json).open(openings, any -> false);

        openings.forEach(each -> assertTrue(roles(opened(answers, each)).contains("student")));
        few.close();
    }

    private record Same(
            boolean enabled, List<String> actions, Map<String, List<String>> attributes, Set<String> roles) {}

    private Same facts(UUID id) {
        var account = account(id);
        return new Same(account.isEnabled(), account.getRequiredActions(), account.getAttributes(), roles(id));
    }

    private UserRepresentation account(UUID id) {
        return accounts.realm().users().get(id.toString()).toRepresentation();
    }

    private Set<String> roles(UUID id) {
        return accounts.realm().users().get(id.toString()).roles().realmLevel().listEffective().stream()
                .map(RoleRepresentation::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a realm of before has: everything but one right.
    private IdentityConfig clientWithout(String right) {
        var client = new ClientRepresentation();
        client.setClientId("few-" + mark);
        client.setSecret(RealKeycloak.secretOfEveryClient());
        client.setServiceAccountsEnabled(true);
        var service = new UserRepresentation();
        service.setUsername("service-account-few-" + mark);
        service.setEnabled(true);
        service.setServiceAccountClientId(client.getClientId());
        var rights = Set.of("manage-users", "view-users", "query-users", "view-realm", "manage-realm").stream()
                .filter(each -> !each.equals(right))
                .toList();
        service.setClientRoles(Map.of("realm-management", rights));
        var wanted = new PartialImportRepresentation();
        wanted.setClients(List.of(client));
        wanted.setUsers(List.of(service));
        try (var answer = accounts.realm().partialImport(wanted)) {
            assertEquals(200, answer.getStatus(), () -> answer.readEntity(String.class));
        }
        return new Few(client.getClientId());
    }

    private record Few(String clientId) implements IdentityConfig {
        @Override
        public String url() {
            return RealKeycloak.url();
        }

        @Override
        public String realm() {
            return "lopmo";
        }

        @Override
        public String clientSecret() {
            return RealKeycloak.secretOfEveryClient();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(20);
        }
    }
}
