package vn.lopmo.onebox.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Whole folders: unpacked and removed.
public final class Trees {
    private Trees() {}

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /// @param skip how many leading folders of each entry's name to leave out
    static void untar(InputStream packed, Path folder, int skip) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path name = Path.of(entry.getName()).normalize();
                if (name.getNameCount() > skip) {
                    write(tar, entry, inside(folder, name.subpath(skip, name.getNameCount())));
                }
            }
        }
    }

    private static Path inside(Path folder, Path name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("An entry outside of its archive: " + name);
        }
        return target;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("A hard link in an archive: " + entry.getName());
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                mode.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, mode);
            }
        }
    }
}
