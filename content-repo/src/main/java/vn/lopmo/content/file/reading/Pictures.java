package vn.lopmo.content.file.reading;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Pictures: which kind they are, and small copies of them.
final class Pictures {
    private static final int THUMBNAIL = 320;
    private static final long MOST_PIXELS = 120_000_000;

    private Pictures() {}

    /// By the first bytes; empty if it is none of the kinds that may be shown.
    static String mediaType(byte[] content) {
        if (starts(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(content, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        boolean webp = starts(content, 'R', 'I', 'F', 'F') && content.length > 12 && content[8] == 'W';
        return webp ? "image/webp" : "";
    }

    /// Reads no more pixels than the small picture needs, however large the picture is.
    static void thumbnail(Path picture, Extract extract) throws IOException {
        try (var input = ImageIO.createImageInputStream(picture.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                extract.thumbnail(jpeg(scaled(subsampled(reader))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // a picture without a small copy is still a picture
        }
    }

    private static BufferedImage subsampled(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("too many pixels");
        }
        int step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL));
        var asked = reader.getDefaultReadParam();
        asked.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, asked);
    }

    static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) THUMBNAIL / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * factor));
        int height = Math.max(1, (int) (image.getHeight() * factor));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(java.awt.Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static boolean starts(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
