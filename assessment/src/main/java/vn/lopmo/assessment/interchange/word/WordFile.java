package vn.lopmo.assessment.interchange.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.lopmo.assessment.interchange.math.Dom;
import vn.lopmo.platform.refusal.Refusal;

/// The parts of a Word file, guarded: whatever a stranger may send is told apart and refused with a sentence, and
/// nothing is inflated beyond what a real paper needs.
public final class WordFile implements AutoCloseable {
    static final int MOST_ENTRIES = 4_000;
    static final long LARGEST_INFLATED = 120L << 20;
    static final int LARGEST_XML = 8 << 20;
    static final int LARGEST_PICTURE = 8 << 20;
    /// Word's own XML shrinks to a tenth, long runs of one table to a fiftieth; a bomb to a thousandth.
    private static final int HIGHEST_RATIO = 200;

    private static final int SMALL = 1 << 20;
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final String DEEPEST = "jdk.xml.maxElementDepth";

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long inflated;

    private WordFile(ZipFile zip) {
        this.zip = zip;
    }

    /// @throws Refusal.Invalid if it is no Word file of today; the slug says what it is instead
    public static WordFile open(Path path) throws IOException {
        guardKind(path);
        var file = new WordFile(zip(path));
        try {
            file.index();
            return file;
        } catch (Refusal refusal) {
            file.close();
            throw refusal;
        }
    }

    private static void guardKind(Path path) throws IOException {
        if (Files.size(path) == 0) {
            throw new Refusal.Invalid("word-empty");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(OLE.length);
        }
        if (Arrays.equals(head, OLE)) {
            throw new Refusal.Invalid(oleKind(Files.readAllBytes(path)));
        }
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            throw new Refusal.Invalid("word-not-docx");
        }
    }

    /// The names of an OLE file's streams stand in its directory in UTF-16.
    private static String oleKind(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(wide("EncryptedPackage"))) {
            return "word-password";
        }
        return text.contains(wide("WordDocument")) ? "word-old-doc" : "word-not-docx";
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static ZipFile zip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException broken) {
            throw new Refusal.Invalid("word-broken");
        }
    }

    private void index() {
        if (zip.size() > MOST_ENTRIES) {
            throw new Refusal.Invalid("word-bomb");
        }
        long declared = 0;
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            declared += Math.max(0, entry.getSize());
            boolean bomb =
                    entry.getSize() > SMALL && entry.getSize() / Math.max(1, entry.getCompressedSize()) > HIGHEST_RATIO;
            if (bomb || declared > LARGEST_INFLATED) {
                throw new Refusal.Invalid("word-bomb");
            }
            entries.put(entry.getName(), entry);
        }
        if (!entries.containsKey("word/document.xml") && mainPart().isEmpty()) {
            throw new Refusal.Invalid("word-without-document");
        }
    }

    /// The main part is where the package's relations say; makers other than Word may name it otherwise.
    Optional<String> mainPart() {
        return xml("_rels/.rels").stream()
                .flatMap(root -> Dom.children(root).stream())
                .filter(relation -> relation.getAttribute("Type").endsWith("/officeDocument"))
                .map(relation -> relation.getAttribute("Target").replaceFirst("^/", ""))
                .filter(target -> target.startsWith("word/") && entries.containsKey(target))
                .findFirst();
    }

    Optional<Element> xml(String part) {
        return bytes(part, LARGEST_XML, "word-too-large").map(WordFile::parse);
    }

    /// A picture's bytes; empty if it is not there or too large to be shown.
    Optional<byte[]> picture(String part) {
        @Nullable ZipEntry entry = entries.get(part);
        return entry == null || entry.getSize() > LARGEST_PICTURE
                ? Optional.empty()
                : bytes(part, LARGEST_PICTURE, "word-bomb");
    }

    private Optional<byte[]> bytes(String part, int limit, String slug) {
        @Nullable ZipEntry entry = entries.get(part);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var out = new ByteArrayOutputStream();
            out.write(in.readNBytes(limit + 1));
            inflated += out.size();
            if (out.size() > limit || inflated > LARGEST_INFLATED) {
                throw new Refusal.Invalid(slug);
            }
            return Optional.of(out.toByteArray());
        } catch (IOException broken) {
            throw new Refusal.Invalid("word-broken");
        }
    }

    private static Element parse(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(DEEPEST, "300");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw new Refusal.Invalid("word-broken");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
