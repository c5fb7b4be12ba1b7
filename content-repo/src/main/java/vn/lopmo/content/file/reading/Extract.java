package vn.lopmo.content.file.reading;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// Where a reader puts what it finds: sanitised, bounded, and written away at once.
final class Extract implements AutoCloseable {
    private static final int MOST_PAGES = 5_000;
    private static final long MOST_CHARACTERS = 60_000_000;
    private static final int LONGEST_PAGE = 2_500_000;
    private static final int LARGEST_PART = 12 << 20;
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_TITLE = 200;

    private final Path folder;
    private final String partsAddress;
    private final DataOutputStream pages;
    private final Set<String> parts = new HashSet<>();
    private final Set<OldEncoding> turned = EnumSet.noneOf(OldEncoding.class);
    private int count;
    private int empty;
    private long characters;

    Extract(Path folder, String partsAddress) throws IOException {
        this.folder = folder;
        this.partsAddress = partsAddress;
        this.pages = PageFile.create(folder);
        Files.createDirectories(folder.resolve(PartsList.FOLDER));
    }

    /// Takes one page; what is beyond the bounds of a file is left out.
    void page(@Nullable String title, String html) throws IOException {
        if (count >= MOST_PAGES || characters > MOST_CHARACTERS || html.length() > LONGEST_PAGE) {
            return;
        }
        var clean = RichText.sanitise(html);
        var text = VietnameseText.tidy(Html.words(clean));
        characters += clean.length();
        empty += text.isBlank() ? 1 : 0;
        count++;
        PageFile.write(new PageText(shortened(title), text, clean), pages);
    }

    /// Takes one row of a table.
    void row(List<String> cells) throws IOException {
        var text = String.join(ReaderMain.BETWEEN_CELLS, cells);
        characters += text.length();
        if (characters < MOST_CHARACTERS) {
            PageFile.write(new PageText(null, text, ""), pages);
        }
    }

    /// Takes a picture and gives its address; empty if it is none that a browser shows.
    String picture(byte[] content) throws IOException {
        var mediaType = Pictures.mediaType(content);
        if (mediaType.isEmpty() || content.length > LARGEST_PART || parts.size() >= MOST_PARTS) {
            return "";
        }
        return partsAddress + keep(content, mediaType);
    }

    void thumbnail(byte[] content) throws IOException {
        Files.writeString(folder.resolve(PartsList.THUMBNAIL), keep(content, Pictures.mediaType(content)));
    }

    /// Turns what was written in an old font to Unicode, and remembers that it met one.
    String turned(String text, @Nullable String font) {
        OldEncoding.ofFont(font).ifPresent(turned::add);
        return OldEncoding.toUnicode(text, font);
    }

    /// Turns words without a font, if they speak for themselves.
    String turned(String text) {
        var encoding = OldEncoding.guess(text);
        encoding.ifPresent(turned::add);
        return encoding.map(old -> old.toUnicode(text)).orElse(text);
    }

    /// What was noticed on the way: pages without words, old encodings. For the answer's line.
    String facts() {
        return (empty == 0 ? "" : "\tempty=" + empty)
                + (turned.isEmpty()
                        ? ""
                        : "\told="
                                + String.join(
                                        ",", turned.stream().map(Enum::name).toList()));
    }

    Path folder() {
        return folder;
    }

    private String keep(byte[] content, String mediaType) throws IOException {
        var hash = hash(content);
        if (parts.add(hash)) {
            Files.write(folder.resolve(PartsList.FOLDER).resolve(hash), content);
            Files.writeString(
                    folder.resolve(PartsList.NAME),
                    hash + "\t" + mediaType + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return hash;
    }

    private static @Nullable String shortened(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return null;
        }
        var tidy = VietnameseText.tidy(title);
        return tidy.length() <= LONGEST_TITLE ? tidy : tidy.substring(0, LONGEST_TITLE) + "…";
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
