package vn.lopmo.content.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one piece of an upload must hash to. For one thread, once.
final class Checksum {
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected.clone();
    }

    /// Empty if there is none, or none that we know.
    static Optional<Checksum> of(@Nullable String header) {
        var words = header == null ? new String[0] : header.split(" ", -1);
        var algorithm = words.length == 2 ? ALGORITHMS.get(words[0]) : null;
        if (algorithm == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(words[1])));
        } catch (IllegalArgumentException | NoSuchAlgorithmException nonsense) {
            return Optional.empty();
        }
    }

    void saw(byte[] piece, int length) {
        digest.update(piece, 0, length);
    }

    boolean holds() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
