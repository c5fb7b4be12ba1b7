package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void whatTheBytesSayCounts(String format) throws IOException {
        assertEquals(
                Optional.of(new PictureHeader("image/" + format, 30, 20)), PictureHeader.read(picture(format, 30, 20)));
    }

    @Test
    void webpInAllThreeFormsIsRead() {
        assertEquals(
                Optional.of(new PictureHeader("image/webp", 30, 20)),
                PictureHeader.read(webp("VP8 ", 26, 20 << 16 | 30)));
        assertEquals(
                Optional.of(new PictureHeader("image/webp", 30, 20)),
                PictureHeader.read(webp("VP8L", 21, 19 << 14 | 29)));
        var extended = webp("VP8X", 24, 29);
        extended[27] = 19;
        assertEquals(Optional.of(new PictureHeader("image/webp", 30, 20)), PictureHeader.read(extended));
    }

    @Test
    void anythingElseIsNoPicture() throws IOException {
        assertEquals(Optional.empty(), PictureHeader.read("<svg onload=\"x()\"/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), PictureHeader.read(new byte[0]));
        assertEquals(Optional.empty(), PictureHeader.read(picture("bmp", 3, 2)));
        assertEquals(Optional.empty(), PictureHeader.read(Arrays.copyOf(picture("png", 3, 2), 12)));
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] webp(String form, int at, int size) {
        return ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, "RIFF".getBytes(StandardCharsets.US_ASCII))
                .put(8, "WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(12, form.getBytes(StandardCharsets.US_ASCII))
                .putInt(at, size)
                .array();
    }
}
