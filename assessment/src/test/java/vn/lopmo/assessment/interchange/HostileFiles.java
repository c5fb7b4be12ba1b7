package vn.lopmo.assessment.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are no papers.
final class HostileFiles {
    /// Where a directory entry of a zip tells it.
    private static final int INFLATED_SIZE = 24;

    private HostileFiles() {}

    /// The head of an OLE file and one directory entry of that name.
    static byte[] ole(String stream) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        out.writeBytes(new byte[1024]);
        out.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(new byte[512]);
        return out.toByteArray();
    }

    static byte[] zip(String name, String text) {
        return zip(name, text.getBytes(StandardCharsets.UTF_8), 1);
    }

    /// A few kilobytes that would become 300 MB.
    static byte[] bomb() {
        return zip("word/document.xml", new byte[1 << 20], 300);
    }

    /// The same, but its directory says that the entry is one kilobyte.
    static byte[] lyingBomb() {
        var bytes = bomb();
        for (int i = 0; i + 46 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(i + INFLATED_SIZE, 1024);
            }
        }
        return bytes;
    }

    /// More entries than any paper has.
    static byte[] crowd() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry("word/media/" + i + ".png"));
                zip.closeEntry();
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] chunk, int times) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(chunk);
            }
            zip.closeEntry();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return out.toByteArray();
    }
}
