package vn.lopmo.lms.course;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// What a picture's own first bytes say that it is; the name and type that came with it count for nothing.
public record PictureHeader(String mediaType, int width, int height) {
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif");

    public long pixels() {
        return (long) width * height;
    }

    /// Empty for anything that is not a readable PNG, JPEG, GIF or WebP.
    public static Optional<PictureHeader> read(byte[] bytes) {
        return WebpHeader.looksLike(bytes) ? WebpHeader.read(bytes) : readByJdk(bytes);
    }

    private static Optional<PictureHeader> readByJdk(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return ofReader(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> ofReader(ImageReader reader) throws IOException {
        var mediaType = MEDIA_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        return mediaType == null
                ? Optional.empty()
                : Optional.of(new PictureHeader(mediaType, reader.getWidth(0), reader.getHeight(0)));
    }
}
