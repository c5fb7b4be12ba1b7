package vn.lopmo.assessment.bank;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells a picture by its bytes, never by its name or by what the sender says, and reads its size from its head.
public record ImageKind(String mediaType, int width, int height) {
    private static final int PNG_HEAD = 24;
    private static final int WEBP_HEAD = 30;

    public static Optional<ImageKind> of(byte[] bytes) {
        var head = ByteBuffer.wrap(bytes);
        if (bytes.length >= PNG_HEAD && head.getInt(0) == 0x89504E47 && head.getInt(12) == 0x49484452) {
            return sized("image/png", head.getInt(16), head.getInt(20));
        }
        if (bytes.length >= 10 && text(bytes, 0, 4).equals("GIF8")) {
            head.order(ByteOrder.LITTLE_ENDIAN);
            return sized("image/gif", head.getShort(6) & 0xFFFF, head.getShort(8) & 0xFFFF);
        }
        if (bytes.length >= WEBP_HEAD
                && text(bytes, 0, 4).equals("RIFF")
                && text(bytes, 8, 4).equals("WEBP")) {
            return webp(bytes, head.order(ByteOrder.LITTLE_ENDIAN));
        }
        return bytes.length > 4 && (head.getInt(0) & 0xFFFFFF00) == 0xFFD8FF00 ? jpeg(head) : Optional.empty();
    }

    /// Walks the segments up to the frame header.
    private static Optional<ImageKind> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 < bytes.limit() && (bytes.get(at) & 0xFF) == 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return sized("image/jpeg", bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
            }
            at += 2 + Math.max(2, bytes.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    private static Optional<ImageKind> webp(byte[] bytes, ByteBuffer head) {
        return switch (text(bytes, 12, 4)) {
            case "VP8 " -> sized("image/webp", head.getShort(26) & 0x3FFF, head.getShort(28) & 0x3FFF);
            case "VP8L" -> sized("image/webp", (head.getInt(21) & 0x3FFF) + 1, (head.getInt(21) >>> 14 & 0x3FFF) + 1);
            case "VP8X" -> sized("image/webp", (head.getInt(24) & 0xFFFFFF) + 1, (head.getInt(26) >>> 8) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<ImageKind> sized(String type, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageKind(type, width, height)) : Optional.empty();
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
