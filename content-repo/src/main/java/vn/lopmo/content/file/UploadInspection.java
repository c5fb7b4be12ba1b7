package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PackageKind;
import vn.lopmo.platform.refusal.Refusal;

/// Looks at what was sent before anything is kept: is it a kind that the library takes, is it what its name says, could
/// it blow up?
@ApplicationScoped
class UploadInspection {
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_UNPACKED = 2L << 30;
    private static final long HARMLESS_UNPACKED = 64L << 20;
    private static final int WORST_RATIO = 150;
    private static final int TEST_VIRUS_LENGTH = 68;

    private final Detector detector = new DefaultDetector();

    /// @throws Refusal.Invalid saying what is wrong with it
    Upload inspect(Path path, @Nullable String sentName) {
        try {
            var name = FileNames.clean(sentName);
            long size = Files.size(path);
            if (size == 0) {
                throw new Refusal.Invalid("file-empty");
            }
            refuseTestVirus(path);
            var mediaType = mediaType(path, name);
            if (MediaTypes.isZip(mediaType)) {
                checkArchive(path, size);
            }
            return new Upload(name, size, mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mediaType(Path path, String name) throws IOException {
        var extension = FileNames.extension(name);
        var detected = isPackageName(extension) ? packageType(path) : MediaTypes.canonical(detect(path, name));
        if (detected.contains("protected") || detected.contains("encrypted")) {
            throw new Refusal.Invalid("file-protected");
        }
        if (MediaTypes.agree(extension, detected)) {
            return MediaTypes.named(extension, detected);
        }
        throw new Refusal.Invalid(MediaTypes.knowsEnding(extension) ? "file-not-what-it-says" : "file-type-refused");
    }

    private static boolean isPackageName(String extension) {
        return extension.equals("zip") || extension.equals("h5p");
    }

    /// Of an archive, by what lies in it: the endings say nothing of SCORM, H5P or a plain HTML course.
    private static String packageType(Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            var names = zip.stream().limit(MOST_ENTRIES).map(ZipEntry::getName).toList();
            return PackageKind.find(names)
                    .orElseThrow(() -> new Refusal.Invalid("package-unknown"))
                    .kind()
                    .mediaType();
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal.Invalid("package-broken");
        }
    }

    private String detect(Path path, String name) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var stream = TikaInputStream.get(path, metadata)) {
            return detector.detect(stream, metadata).getBaseType().toString();
        }
    }

    /// The sign that every scanner takes for a virus by agreement (EICAR): a school can see that files are looked at
    /// even where no scanner is.
    private static void refuseTestVirus(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var start = new String(in.readNBytes(TEST_VIRUS_LENGTH), StandardCharsets.ISO_8859_1);
            if (start.startsWith("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")) {
                throw new Refusal.Invalid("file-infected");
            }
        }
    }

    /// A zip of files, none of which is looked at yet.
    void checkArchive(Path path) {
        try {
            checkArchive(path, Math.max(1, Files.size(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The directory of the archive may lie, so reading is bounded again in the child; this turns the plain bombs away
    /// at the door.
    private static void checkArchive(Path path, long size) {
        long unpacked = 0;
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refusal.Invalid("file-bomb");
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (isUnsafe(entry.getName())) {
                    throw new Refusal.Invalid("file-unsafe");
                }
                unpacked += Math.max(0, entry.getSize());
            }
        } catch (IOException broken) {
            throw new Refusal.Invalid("file-not-what-it-says");
        }
        if (unpacked > LARGEST_UNPACKED || (unpacked > HARMLESS_UNPACKED && unpacked / size > WORST_RATIO)) {
            throw new Refusal.Invalid("file-bomb");
        }
    }

    private static boolean isUnsafe(String entryName) {
        var name = entryName.replace('\\', '/');
        return name.startsWith("/") || name.contains(":") || ("/" + name + "/").contains("/../");
    }
}
