package vn.lopmo.content.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// SHA-256 of a file, in lower-case hex.
final class Sha256 {
    private static final int AT_ONCE = 1 << 18;

    private Sha256() {}

    /// @param seen is told after each piece how many bytes were read
    static String of(Path path, LongConsumer seen) throws IOException {
        var digest = digest();
        try (InputStream in = Files.newInputStream(path)) {
            var buffer = new byte[(int) Math.max(1, Math.min(AT_ONCE, Files.size(path)))];
            long sum = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                sum += n;
                seen.accept(sum);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
