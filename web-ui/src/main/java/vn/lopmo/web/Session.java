package vn.lopmo.web;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A signed-in browser: Keycloak's tokens, which never leave the server, under an opaque id, which is all that the
/// cookie holds.
///
/// @param accessEndsAt second of the epoch at which the access token ends
record Session(
        String id,
        String idToken,
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String scope,
        long accessEndsAt,
        Origin origin) {
    /// A token this close to its end is renewed before it is sent on.
    private static final long MARGIN_SECONDS = 5;

    /// Which of Keycloak's sessions this is, whose, and the second of the epoch at which he signed in there; renewals
    /// keep it.
    record Origin(String sid, String subject, long signedInAt) {
        private static Origin of(JsonObject said) {
            long saidAt = said.getLong("iat", 0L);
            return new Origin(said.getString("sid", ""), said.getString("sub", ""), said.getLong("auth_time", saidAt));
        }
    }

    static Session of(
            String id, String idToken, String accessToken, @Nullable String refreshToken, @Nullable String scope) {
        var origin = Origin.of(claims(idToken));
        long accessEndsAt = claims(accessToken).getLong("exp", 0L);
        return new Session(id, idToken, accessToken, refreshToken, scope, accessEndsAt, origin);
    }

    /// As a service wants to see it.
    String bearer() {
        return "Bearer " + accessToken;
    }

    boolean isFresh(Instant now) {
        return secondsLeft(now) > MARGIN_SECONDS;
    }

    long secondsLeft(Instant now) {
        return accessEndsAt - now.getEpochSecond();
    }

    private static JsonObject claims(String jwt) {
        var payload = jwt.split("\\.", 3)[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
