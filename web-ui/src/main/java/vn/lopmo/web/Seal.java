package vn.lopmo.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a session's row with AES-256-GCM under a key made from its cookie.
final class Seal {
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /// 256 random bits, as a cookie can hold them.
    static String newId() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String id) {
        return digest("session-row:" + id);
    }

    /// Of the session as Keycloak calls it.
    static byte[] hashOfSid(String sid) {
        return digest("session-sid:" + sid);
    }

    static byte[] hashOfSubject(String subject) {
        return digest("session-subject:" + subject);
    }

    static byte[] seal(String id, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, id, nonce, text.getBytes(StandardCharsets.UTF_8));
        var row = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, row, NONCE, sealed.length);
        return row;
    }

    static String open(String id, byte[] row) {
        var nonce = Arrays.copyOf(row, NONCE);
        return new String(
                run(Cipher.DECRYPT_MODE, id, nonce, Arrays.copyOfRange(row, NONCE, row.length)),
                StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, String id, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(digest("session-key:" + id), "AES");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a session's row cannot be opened", tampered);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
