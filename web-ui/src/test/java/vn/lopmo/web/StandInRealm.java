package vn.lopmo.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;

/// A realm's keys behind a real address that can be away, hang and count, and whose private key a test has.
final class StandInRealm implements AutoCloseable {
    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    final RsaJsonWebKey key = key("realm");
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean away;
    volatile Duration hangs = Duration.ZERO;
    private final HttpServer server = server();
    final RealmKeys keys = new RealmKeys(address());
    final LogoutTokens tokens = new LogoutTokens(new Hosts(Set.of("hoc.truong.example")), keys, address(), "web-ui");

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/auth/realms/lopmo/protocol/openid-connect/certs", exchange -> {
                asked.incrementAndGet();
                sleep(hangs);
                exchange.sendResponseHeaders(away ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/auth/realms/lopmo";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static JwtClaims good() {
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

    String signed(JwtClaims claims) throws Exception {
        return signed(claims, key);
    }

    static String signed(JwtClaims claims, RsaJsonWebKey key) throws Exception {
        var signature = unsigned(claims);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    static JsonWebSignature unsigned(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setKeyIdHeaderValue("realm");
        signature.setPayload(claims.toJson());
        return signature;
    }

    static RsaJsonWebKey key(String name) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(name);
            return key;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
