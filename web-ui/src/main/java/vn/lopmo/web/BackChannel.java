package vn.lopmo.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Tells Keycloak, on our own calls to its token endpoint, the address that the browser used: the issuer follows the
/// browser's host, and a refresh token is only taken back under the issuer that gave it.
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class BackChannel implements OidcRequestFilter {
    @Override
    public void filter(OidcRequestContext call) {
        var form = form(call.requestBody().toString());
        @Nullable URI origin = origin(form);
        if (origin != null) {
            call.request().putHeader("X-Forwarded-Proto", origin.getScheme());
            call.request().putHeader("X-Forwarded-Host", origin.getAuthority());
        }
    }

    private static @Nullable URI origin(MultiMap form) {
        var refresh = form.get("refresh_token");
        if (refresh != null) {
            var claims = new String(Base64.getUrlDecoder().decode(refresh.split("\\.", 3)[1]), StandardCharsets.UTF_8);
            return URI.create(new JsonObject(claims).getString("iss"));
        }
        var redirect = form.get("redirect_uri");
        return redirect == null ? null : URI.create(redirect);
    }

    static MultiMap form(String body) {
        var form = MultiMap.caseInsensitiveMultiMap();
        for (var pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
