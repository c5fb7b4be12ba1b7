package vn.lopmo.content.file;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// The header Upload-Metadata: `key base64,key base64`.
final class TusMetadata {
    private TusMetadata() {}

    static Map<String, String> of(@Nullable String header) {
        var result = new HashMap<String, String>();
        for (String pair : header == null ? new String[0] : header.split(",", -1)) {
            var words = pair.strip().split(" ", 2);
            try {
                var value = words.length == 2 ? Base64.getDecoder().decode(words[1].strip()) : new byte[0];
                result.put(words[0], new String(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException nonsense) {
                throw new Refusal.Invalid("unreadable-request");
            }
        }
        return result;
    }

    static Optional<UUID> id(Map<String, String> metadata, String name) {
        var value = metadata.getOrDefault(name, "");
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException nonsense) {
            throw new Refusal.Invalid("unreadable-request");
        }
    }
}
