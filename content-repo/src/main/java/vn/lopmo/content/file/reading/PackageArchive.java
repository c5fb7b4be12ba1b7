package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The zip archive of a package. Its list of names is judged as a whole before anything is read: a name that leads out,
/// a link, two names that differ in case only, and the archive is refused.
final class PackageArchive implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_PATH = 500;
    private static final int LARGEST_TEXT = 16 << 20;
    private static final long LARGEST_ALL = 1L << 30;
    private static final long HARMLESS_ALL = 64L << 20;
    private static final int WORST_RATIO = 150;
    /// Where the player's own files stand beside the package's.
    private static final String RESERVED = "~lopmo";

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final long mostUnpacked;
    private long unpacked;

    PackageArchive(Path path) throws IOException, Unreadable {
        zip = open(path);
        mostUnpacked = Math.min(LARGEST_ALL, Math.max(HARMLESS_ALL, WORST_RATIO * Files.size(path)));
        var all = Collections.list(zip.getEntries());
        if (all.size() > MOST_ENTRIES) {
            throw new Unreadable(Unreadable.BOMB);
        }
        var names = all.stream().map(ZipArchiveEntry::getName).toList();
        var folder = PackageKind.find(names).map(PackageKind.Root::folder).orElse("");
        for (var entry : all) {
            list(entry, folder);
        }
        refuseClashes();
    }

    private static ZipFile open(Path path) throws Unreadable {
        try {
            return ZipFile.builder().setPath(path).get();
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable(Unreadable.PACKAGE_BROKEN);
        }
    }

    private void list(ZipArchiveEntry entry, String folder) throws Unreadable {
        var name = entry.getName();
        if (isUnsafe(name)) {
            throw new Unreadable(Unreadable.UNSAFE);
        }
        if (entry.isUnixSymlink()) {
            throw new Unreadable(Unreadable.LINK);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Unreadable(Unreadable.PROTECTED);
        }
        if (!entry.isDirectory() && !PackageKind.isLitter(name) && name.startsWith(folder)) {
            if (entries.put(name.substring(folder.length()), entry) != null) {
                throw new Unreadable(Unreadable.CLASH);
            }
        }
    }

    static boolean isUnsafe(String name) {
        return name.isEmpty()
                || name.length() > LONGEST_PATH
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || ("/" + name + "/").contains("/../")
                || ("/" + name + "/").contains("/./")
                || name.contains("//")
                || (name + "/").startsWith(RESERVED + "/");
    }

    /// On a disk that knows no case one of the two would hide the other.
    private void refuseClashes() throws Unreadable {
        Set<String> seen = new HashSet<>();
        for (var path : entries.keySet()) {
            if (!seen.add(Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                throw new Unreadable(Unreadable.CLASH);
            }
        }
    }

    Set<String> paths() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    /// A text to be read here: a manifest, a page.
    ///
    /// @return null if there is none
    byte @Nullable [] find(String path) throws IOException, Unreadable {
        var entry = entries.get(path);
        if (entry == null) {
            return null;
        }
        try (var in = content(entry)) {
            var bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new Unreadable(Unreadable.BOMB);
            }
            return bytes;
        }
    }

    /// Unpacks all into files called by their hash.
    List<Entries.Entry> unpack(Path folder) throws IOException, Unreadable {
        var result = new ArrayList<Entries.Entry>();
        for (var entry : entries.entrySet()) {
            result.add(unpack(entry.getKey(), entry.getValue(), folder));
        }
        return result;
    }

    private Entries.Entry unpack(String path, ZipArchiveEntry entry, Path folder) throws IOException, Unreadable {
        var fresh = folder.resolve("fresh");
        var digest = sha256();
        long size;
        try (var in = new DigestInputStream(content(entry), digest);
                var out = Files.newOutputStream(fresh)) {
            size = copy(in, out);
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        var kept = folder.resolve(hash);
        if (Files.exists(kept)) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, kept);
        }
        return new Entries.Entry(path, hash, EntryTypes.of(path), size);
    }

    /// The directory of the archive may lie about sizes, so what really comes out is counted.
    private long copy(InputStream in, OutputStream out) throws IOException, Unreadable {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            unpacked += read;
            if (unpacked > mostUnpacked) {
                throw new Unreadable(Unreadable.BOMB);
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private InputStream content(ZipArchiveEntry entry) throws IOException, Unreadable {
        if (!zip.canReadEntryData(entry)) {
            throw new Unreadable(Unreadable.PACKAGE_BROKEN);
        }
        return zip.getInputStream(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
