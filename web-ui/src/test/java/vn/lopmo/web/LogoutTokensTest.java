package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each thing that the specification wants looked at, with the realm's keys behind a real address.
class LogoutTokensTest {
    private static final RsaJsonWebKey STRANGERS_KEY = StandInRealm.key("realm");
    private static final StandInRealm REALM = new StandInRealm();
    private static final RsaJsonWebKey KEY = REALM.key;

    private final LogoutTokens tokens = REALM.tokens;

    @AfterAll
    static void close() {
        REALM.close();
    }

    @Test
    void aSessionOrElseAPersonIsMeant() throws Exception {
        var one = StandInRealm.good();
        var all = StandInRealm.good();
        all.unsetClaim("sid");

        assertEquals(Optional.of(Ending.ofSession("s-1", one.getIssuedAt().getValue())), tokens.read(signed(one, KEY)));
        assertEquals(Optional.of(Ending.ofPerson("p-1", all.getIssuedAt().getValue())), tokens.read(signed(all, KEY)));
    }

    @Test
    void aTokenIsGoodOnce() throws Exception {
        var token = signed(StandInRealm.good(), KEY);

        assertTrue(tokens.read(token).isPresent());
        assertTrue(tokens.read(token).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsWrongIsRefused(String what, Consumer<JwtClaims> wrong) throws Exception {
        var claims = StandInRealm.good();
        wrong.accept(claims);

        assertTrue(tokens.read(signed(claims, KEY)).isEmpty(), what);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                of("another's", claims -> claims.setAudience("lms-core")),
                of("nobody's", claims -> claims.unsetClaim("aud")),
                of("of another realm", claims -> claims.setIssuer("http://hoc.truong.example/auth/realms/master")),
                of("of another host", claims -> claims.setIssuer("http://evil.example/auth/realms/lopmo")),
                of("of no host", claims -> claims.setIssuer("/auth/realms/lopmo")),
                of("of nobody", claims -> claims.unsetClaim("iss")),
                of("ended", claims -> claims.setExpirationTime(secondsFromNow(-30))),
                of("endless", claims -> claims.unsetClaim("exp")),
                of("old", claims -> claims.setIssuedAt(secondsFromNow(-180))),
                of("of tomorrow", claims -> claims.setIssuedAt(secondsFromNow(86_400))),
                of("of no time", claims -> claims.unsetClaim("iat")),
                of("without a name", claims -> claims.unsetClaim("jti")),
                of("a sign-in", claims -> claims.setClaim("nonce", "n")),
                of("no event", claims -> claims.unsetClaim("events")),
                of("another event", claims -> claims.setClaim("events", Map.of("http://example/other", Map.of()))),
                of("half an event", claims -> claims.setClaim("events", Map.of(StandInRealm.EVENT, "yes"))),
                of("about nobody", claims -> {
                    claims.unsetClaim("sid");
                    claims.unsetClaim("sub");
                }),
                of("about nothing", claims -> {
                    claims.setClaim("sid", "");
                    claims.setSubject("");
                }));
    }

    private static Arguments of(String what, Consumer<JwtClaims> wrong) {
        return Arguments.of(what, wrong);
    }

    @Test
    void whatTheRealmDidNotSignIsRefused() throws Exception {
        var byNobody = StandInRealm.unsigned(StandInRealm.good());
        byNobody.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        byNobody.setAlgorithmHeaderValue("none");
        var withThePublicKeyAsASecret = StandInRealm.unsigned(StandInRealm.good());
        withThePublicKeyAsASecret.setAlgorithmHeaderValue("HS256");
        withThePublicKeyAsASecret.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));

        assertTrue(tokens.read(signed(StandInRealm.good(), STRANGERS_KEY)).isEmpty());
        assertTrue(tokens.read(byNobody.getCompactSerialization()).isEmpty());
        assertTrue(
                tokens.read(withThePublicKeyAsASecret.getCompactSerialization()).isEmpty());
        assertTrue(tokens.read("").isEmpty());
    }

    @Test
    void keysThatWereFetchedHoldWhileKeycloakIsAway() throws Exception {
        try (var realm = new StandInRealm()) {
            realm.keys.fetch();
            realm.away = true;
            assertThrows(IOException.class, realm.keys::fetch);

            assertTrue(realm.tokens.read(realm.signed(StandInRealm.good())).isPresent());
        }
    }

    @Test
    void whatCannotBeCheckedYetIsNotRefusedAndIsGoodLater() throws Exception {
        try (var realm = new StandInRealm()) {
            realm.away = true;
            var token = realm.signed(StandInRealm.good());
            assertThrows(RealmKeys.Away.class, () -> realm.tokens.read(token));
            assertThrows(RealmKeys.Away.class, () -> realm.tokens.read(token));
            assertEquals(1, realm.asked.get());

            realm.away = false;
            realm.keys.fetch();

            assertTrue(realm.tokens.read(token).isPresent());
        }
    }

    @Test
    void whoMakesUpKeysMakesKeycloakAnswerOnceInSomeSeconds() throws Exception {
        try (var realm = new StandInRealm()) {
            var stranger = StandInRealm.key("made-up");
            assertTrue(realm.tokens.read(signed(StandInRealm.good(), stranger)).isEmpty());
            for (int n = 0; n < 20; n++) {
                stranger.setKeyId("made-up-" + n);
                var token = signed(StandInRealm.good(), stranger);
                assertThrows(RealmKeys.Away.class, () -> realm.tokens.read(token));
            }

            assertEquals(1, realm.asked.get());
            assertTrue(realm.tokens.read(realm.signed(StandInRealm.good())).isPresent());
        }
    }

    @Test
    void noKeyIsLookedForWhatIsNotOurs() throws Exception {
        try (var realm = new StandInRealm()) {
            var foreign = StandInRealm.good();
            foreign.setIssuer("http://evil.example/auth/realms/lopmo");
            var secret = StandInRealm.unsigned(StandInRealm.good());
            secret.setAlgorithmHeaderValue("HS256");
            secret.setKey(new HmacKey(new byte[32]));

            assertTrue(realm.tokens.read("x").isEmpty());
            assertTrue(realm.tokens.read(realm.signed(foreign)).isEmpty());
            assertTrue(realm.tokens.read(secret.getCompactSerialization()).isEmpty());

            assertEquals(0, realm.asked.get());
        }
    }

    private static NumericDate secondsFromNow(long seconds) {
        var date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws Exception {
        return StandInRealm.signed(claims, key);
    }
}
