package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip archive of strangers, read with a bound on what all of it may unpack to. Nothing is ever written under a name
/// from inside.
final class Archive implements AutoCloseable {
    private static final int LARGEST_ENTRY = 32 << 20;
    private static final long LARGEST_ALL = 512L << 20;

    private final ZipFile zip;
    private long unpacked;

    Archive(Path path) throws IOException, Unreadable {
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException broken) {
            throw new Unreadable(Unreadable.BROKEN);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    List<String> names() {
        return zip.stream().map(entry -> entry.getName()).toList();
    }

    /// @return null if there is none
    byte @Nullable [] find(String name) throws IOException, Unreadable {
        var entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var content = in.readNBytes(LARGEST_ENTRY + 1);
            unpacked += content.length;
            if (content.length > LARGEST_ENTRY || unpacked > LARGEST_ALL) {
                throw new Unreadable(Unreadable.BOMB);
            }
            return content;
        } catch (ZipException broken) {
            throw new Unreadable(
                    broken.getMessage() != null && broken.getMessage().contains("encrypted")
                            ? Unreadable.PROTECTED
                            : Unreadable.BROKEN);
        }
    }

    byte[] get(String name) throws IOException, Unreadable {
        var content = find(name);
        if (content == null) {
            throw new Unreadable(Unreadable.BROKEN);
        }
        return content;
    }

    /// Reads a little of a huge thing only when asked: pictures may be left out.
    byte @Nullable [] findPicture(String name) throws IOException, Unreadable {
        var entry = zip.getEntry(name);
        return entry == null || entry.getSize() > 12 << 20 ? null : find(name);
    }

    /// `../images/a.png` seen from `EPUB/text/one.xhtml` is `EPUB/images/a.png`.
    static String resolve(String from, String relative) {
        var bare = relative.replaceFirst("[?#].*$", "");
        Deque<String> path = new ArrayDeque<>();
        if (!bare.startsWith("/")) {
            for (String step : from.split("/", -1)) {
                path.addLast(step);
            }
            path.pollLast();
        }
        for (String step : decoded(bare).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private static String decoded(String address) {
        try {
            return java.net.URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return address;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
