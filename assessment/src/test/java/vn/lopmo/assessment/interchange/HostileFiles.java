package vn.lopmo.assessment.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are no papers.
final class HostileFiles {
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
