package vn.lopmo.content.file.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A zip archive that is a course of its own: known by the file that tells what is inside, never by its name.
public enum PackageKind {
    SCORM("application/x.scorm+zip", "imsmanifest.xml"),
    H5P("application/x.h5p+zip", "h5p.json"),
    HTML5("application/x.html5+zip", "index.html");

    private final String mediaType;
    private final String mark;

    PackageKind(String mediaType, String mark) {
        this.mediaType = mediaType;
        this.mark = mark;
    }

    /// @param folder where the package begins: "", or the only folder at the top with its slash
    public record Root(PackageKind kind, String folder) {}

    public String mediaType() {
        return mediaType;
    }

    public static boolean isPackage(String mediaType) {
        return of(mediaType).isPresent();
    }

    static Optional<PackageKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    /// What people pack together with its folder is taken as if it lay at the top.
    public static Optional<Root> find(Collection<String> names) {
        var real = names.stream().filter(name -> !isLitter(name)).toList();
        return at("", real).or(() -> onlyFolder(real).flatMap(folder -> at(folder, real)));
    }

    /// What file managers leave behind, which no package needs.
    static boolean isLitter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static Optional<Root> at(String folder, List<String> names) {
        return Arrays.stream(values())
                .filter(kind -> names.contains(folder + kind.mark))
                .findFirst()
                .map(kind -> new Root(kind, folder));
    }

    private static Optional<String> onlyFolder(List<String> names) {
        var tops = names.stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .distinct()
                .toList();
        return tops.size() == 1 && !tops.getFirst().isEmpty() ? Optional.of(tops.getFirst()) : Optional.empty();
    }
}
