package vn.lopmo.lms.organisation.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals short secrets for the database (AES-256-GCM), bound to whom they belong to: a sealed text moved to another row
/// does not open. Safe for any number of threads.
@ApplicationScoped
public class Sealing {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final SecretKeySpec markKey;

    Sealing(@ConfigProperty(name = "lopmo.secret.key") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("lopmo.secret.key must have at least 32 characters");
        }
        var secretKey = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        key = new SecretKeySpec(hmac(secretKey, "lopmo first passwords"), "AES");
        markKey = new SecretKeySpec(hmac(secretKey, "lopmo marks of people"), HMAC);
    }

    /// A short mark of something that is known again and cannot be read back, not even by trying all telephone numbers:
    /// that takes the secret.
    public String fingerprint(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(markKey, text));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] seal(String secret, String owner) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), owner);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    public String open(byte[] sealed, String owner) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, owner), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a sealed text does not open: was lopmo.secret.key changed?", broken);
        }
    }
}
