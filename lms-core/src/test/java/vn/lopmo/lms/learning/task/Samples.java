package vn.lopmo.lms.learning.task;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Small files of the kinds that learners hand in.
final class Samples {
    private Samples() {}

    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Empty pages in a tree of one level, as the oldest programs wrote it.
    static byte[] pdf(int pages) {
        var pdf = new StringBuilder(
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages" + " /Count "
                        + pages + " /Kids [");
        IntStream.range(0, pages).forEach(i -> pdf.append(i + 3).append(" 0 R "));
        pdf.append("] >>\nendobj\n");
        IntStream.range(0, pages).forEach(i -> pdf.append(i + 3)
                .append(" 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"));
        return pdf.append("trailer\n<< /Root 1 0 R /Size " + (pages + 3) + " >>\n%%EOF\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The first bytes that a browser records.
    static byte[] voice() {
        var bytes = new byte[64];
        System.arraycopy(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, 0, bytes, 0, 4);
        return bytes;
    }

    /// A picture with an Exif segment: turned by a quarter, and a place in words.
    static byte[] photograph() {
        var plain = picture("jpg", 40, 20);
        var exif = new ByteArrayOutputStream();
        exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0});
        exif.writeBytes(new byte[] {0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0});
        exif.writeBytes("Ea Kao 12.6N 108.0E".getBytes(StandardCharsets.US_ASCII));
        var all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
        all.writeBytes(exif.toByteArray());
        all.write(plain, 2, plain.length - 2);
        return all.toByteArray();
    }
}
