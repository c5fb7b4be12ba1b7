package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each thing that the specification wants looked at, with the realm's keys behind a real address.
class LogoutTokensTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final RsaJsonWebKey KEY = key();
    private static final RsaJsonWebKey STRANGERS_KEY = key();
    private static final HttpServer REALM = realm();

    private final LogoutTokens tokens = new LogoutTokens(
            new Hosts(Set.of("hoc.truong.example")),
            "http://127.0.0.1:" + REALM.getAddress().getPort() + "/auth/realms/lopmo",
            "web-ui");

    @BeforeAll
    static void open() {
        REALM.start();
    }

    @AfterAll
    static void close() {
        REALM.stop(0);
    }

    @Test
    void aSessionOrElseAPersonIsMeant() throws Exception {
        var one = good();
        var all = good();
        all.unsetClaim("sid");

        assertEquals(Optional.of(Ending.ofSession("s-1", one.getIssuedAt().getValue())), tokens.read(signed(one, KEY)));
        assertEquals(Optional.of(Ending.ofPerson("p-1", all.getIssuedAt().getValue())), tokens.read(signed(all, KEY)));
    }

    @Test
    void aTokenIsGoodOnce() throws Exception {
        var token = signed(good(), KEY);

        assertTrue(tokens.read(token).isPresent());
        assertTrue(tokens.read(token).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsWrongIsRefused(String what, Consumer<JwtClaims> wrong) throws Exception {
        var claims = good();
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
                of("half an event", claims -> claims.setClaim("events", Map.of(EVENT, "yes"))),
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
        var byNobody = signature(good());
        byNobody.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        byNobody.setAlgorithmHeaderValue("none");
        var withThePublicKeyAsASecret = signature(good());
        withThePublicKeyAsASecret.setAlgorithmHeaderValue("HS256");
        withThePublicKeyAsASecret.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));

        assertTrue(tokens.read(signed(good(), STRANGERS_KEY)).isEmpty());
        assertTrue(tokens.read(byNobody.getCompactSerialization()).isEmpty());
        assertTrue(
                tokens.read(withThePublicKeyAsASecret.getCompactSerialization()).isEmpty());
        assertTrue(tokens.read("").isEmpty());
    }

    private static JwtClaims good() {
        var claims = new JwtClaims();
        claims.setIssuer("http://hoc.truong.example/auth/realms/lopmo");
        claims.setAudience("web-ui");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setSubject("p-1");
        claims.setClaim("sid", "s-1");
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        return claims;
    }

    private static NumericDate secondsFromNow(long seconds) {
        var date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws Exception {
        var signature = signature(claims);
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private static JsonWebSignature signature(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setKeyIdHeaderValue("realm");
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("realm");
            return key;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer realm() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JsonWebKeySet(KEY).toJson().getBytes(StandardCharsets.UTF_8);
            server.createContext("/auth/realms/lopmo/protocol/openid-connect/certs", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
