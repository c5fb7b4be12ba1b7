package vn.lopmo.lms.course;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The size of a WebP picture (RFC 9649, sections 2.5 to 2.7), which the JDK cannot read.
final class WebpHeader {
    private static final int SHORTEST = 30;

    private WebpHeader() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= SHORTEST
                && ascii(bytes, 0).equals("RIFF")
                && ascii(bytes, 8).equals("WEBP");
    }

    static Optional<PictureHeader> read(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (ascii(bytes, 12)) {
            case "VP8 " -> of(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
            case "VP8L" -> of((data.getInt(21) & 0x3FFF) + 1, (data.getInt(21) >>> 14 & 0x3FFF) + 1);
            case "VP8X" -> of((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(26) >>> 8) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<PictureHeader> of(int width, int height) {
        return width == 0 || height == 0
                ? Optional.empty()
                : Optional.of(new PictureHeader("image/webp", width, height));
    }

    private static String ascii(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.US_ASCII);
    }
}
