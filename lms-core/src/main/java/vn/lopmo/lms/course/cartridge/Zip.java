package vn.lopmo.lms.course.cartridge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.lopmo.platform.refusal.Refusal;

/// Zip files of a few megabytes, wholly in memory.
public final class Zip {
    static final int MOST_FILES = 4_000;
    static final long LARGEST = 200L * 1024 * 1024;

    private Zip() {}

    /// In the order given, with the same bytes for the same content.
    public static byte[] of(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /// @throws Refusal.Invalid if it is no zip file, leads out of itself, or unpacks to more than is sensible
    static Map<String, byte[]> files(byte[] bytes) {
        var files = new LinkedHashMap<String, byte[]>();
        long sum = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                var content = zip.readNBytes((int) Math.min(LARGEST - sum + 1, Integer.MAX_VALUE - 8));
                sum += content.length;
                if (sum > LARGEST || files.size() >= MOST_FILES) {
                    throw new Refusal.Invalid("cartridge-swells");
                }
                files.put(safe(entry.getName()), content);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal.Invalid("cartridge-broken");
        }
        return files;
    }

    private static String safe(String name) {
        var path = name.replace('\\', '/');
        if (path.startsWith("/") || path.contains("../") || path.equals("..")) {
            throw new Refusal.Invalid("cartridge-broken");
        }
        return path;
    }
}
