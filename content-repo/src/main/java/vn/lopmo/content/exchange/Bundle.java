package vn.lopmo.content.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.CopiedFiles.Copy;
import vn.lopmo.content.material.Licence;
import vn.lopmo.platform.text.VietnameseText;

/// Works as a zip for a USB stick: `index.html`, which needs neither network nor script, the files, and the credit that
/// each licence asks for (`GHI-CONG.txt`).
final class Bundle {
    private static final int LONGEST_FOLDER = 60;
    private static final String STYLE =
            "body{font:1.05rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}"
                    + "section{border-top:1px solid #999;padding:.5rem 0}.credit{font-size:.9rem}";

    private final String title;
    private final List<Part> parts;

    /// @param folder within the zip
    record Part(Work work, String folder, List<Copy> files) {
        static Part of(int number, Work work, List<Copy> files) {
            var words = VietnameseText.fold(work.about().title()).replaceAll("[^a-z0-9]+", "-");
            var name = words.substring(0, Math.min(words.length(), LONGEST_FOLDER));
            return new Part(work, String.format(Locale.ROOT, "%03d-%s", number, name), unlike(files));
        }

        /// Two files of one name would be one in the zip; on many a stick also if they differ in capitals alone.
        private static List<Copy> unlike(List<Copy> files) {
            var taken = new HashSet<String>();
            return files.stream()
                    .map(file -> {
                        var name = file.name();
                        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                            name = n + "-" + file.name();
                        }
                        return new Copy(name, file.size(), file.content());
                    })
                    .toList();
        }
    }

    Bundle(String title, List<Part> parts) {
        this.title = title;
        this.parts = parts;
    }

    void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, "index.html", page());
            put(zip, "GHI-CONG.txt", credits());
            for (Part part : parts) {
                for (Copy file : part.files) {
                    zip.putNextEntry(new ZipEntry("tep/" + part.folder + "/" + file.name()));
                    try (var content = file.content().get()) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String page() {
        var sections = parts.stream().map(Bundle::section).collect(Collectors.joining());
        return "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width,initial-scale=1\"><title>" + PublicPage.text(title) + "</title><style>"
                + STYLE + "</style></head><body><main><h1>" + PublicPage.text(title) + "</h1>" + sections
                + "</main></body></html>";
    }

    private static String section(Part part) {
        var about = part.work.about();
        var files = part.files.stream()
                .map(file -> "<li><a href=\"tep/" + encoded(part.folder) + "/" + encoded(file.name()) + "\">"
                        + PublicPage.text(file.name()) + "</a></li>")
                .collect(Collectors.joining());
        return "<section><h2>" + PublicPage.text(about.title()) + "</h2><p>" + PublicPage.text(about.description())
                + "</p><ul>" + files + "</ul><p class=\"credit\">" + PublicPage.text(part.work.attribution())
                + licence(about.licence()) + "</p></section>";
    }

    private static String licence(@Nullable Licence licence) {
        return licence == null || !licence.isOpen()
                ? ""
                : " <a rel=\"license\" href=\"" + licence.address() + "\">" + licence.label() + "</a>";
    }

    private String credits() {
        return parts.stream()
                .map(part -> part.folder + "\r\n" + part.work.attribution() + "\r\n" + part.work.urn() + "\r\n")
                .collect(Collectors.joining("\r\n"));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
