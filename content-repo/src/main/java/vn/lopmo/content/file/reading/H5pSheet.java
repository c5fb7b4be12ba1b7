package vn.lopmo.content.file.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PackageSheet.Runtime;

/// Reads an H5P package: `h5p.json`, the content, and whether the libraries that play it are inside, for this library
/// fetches none from elsewhere.
final class H5pSheet {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int DEEPEST = 60;

    private final PackageArchive archive;
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private H5pSheet(PackageArchive archive) {
        this.archive = archive;
    }

    static PackageSheet read(PackageArchive archive) throws IOException, Unreadable {
        return new H5pSheet(archive).sheet();
    }

    /// The words of the content, for the index.
    static List<String> words(PackageArchive archive) throws IOException, Unreadable {
        var words = new ArrayList<String>();
        collect(content(archive), 0, words);
        return words;
    }

    private PackageSheet sheet() throws IOException, Unreadable {
        var h5p = json(archive, "h5p.json", Unreadable.MANIFEST);
        var main = h5p.path("mainLibrary").asText();
        if (main.isEmpty()) {
            throw new Unreadable(Unreadable.MANIFEST);
        }
        content(archive);
        requireAll(h5p, 0);
        if (seen.stream().noneMatch(name -> name.startsWith(main + " ")) && missing.isEmpty()) {
            missing.add(main);
        }
        if (!missing.isEmpty()) {
            throw new Unreadable(Unreadable.LIBRARIES, String.join(", ", missing));
        }
        return new PackageSheet(
                Runtime.H5P,
                h5p.path("title").asText(),
                Html.words(h5p.path("metaDescription").asText()),
                language(h5p.path("language").asText()),
                authors(h5p),
                Licences.ofH5p(h5p.path("license").asText()),
                h5p.path("source").asText(),
                "",
                PackageSheet.NO_PARTS);
    }

    private static JsonNode content(PackageArchive archive) throws IOException, Unreadable {
        return json(archive, "content/content.json", Unreadable.H5P_CONTENT);
    }

    private void requireAll(JsonNode dependent, int depth) throws IOException, Unreadable {
        for (JsonNode needed : dependent.path("preloadedDependencies")) {
            var name = needed.path("machineName").asText();
            var version = needed.path("majorVersion").asText() + "."
                    + needed.path("minorVersion").asText();
            if (!seen.add(name + " " + version) || depth > DEEPEST) {
                continue;
            }
            var library = library(name + "-" + version);
            if (library == null) {
                missing.add(name + " " + version);
            } else {
                requireAll(library, depth + 1);
            }
        }
    }

    /// Its folder may also name the patch: `H5P.Question-1.4.12`.
    private @Nullable JsonNode library(String folder) throws IOException, Unreadable {
        for (var path : archive.paths()) {
            boolean fits = path.equals(folder + "/library.json")
                    || path.startsWith(folder + ".") && path.matches("[^/]+/library\\.json");
            if (fits) {
                return json(archive, path, Unreadable.MANIFEST);
            }
        }
        return null;
    }

    private static List<String> authors(JsonNode h5p) {
        var names = new ArrayList<String>();
        for (JsonNode author : h5p.path("authors")) {
            var name = author.path("name").asText().strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String language(String code) {
        return code.equals("und") ? "" : code;
    }

    private static JsonNode json(PackageArchive archive, String path, String slug) throws IOException, Unreadable {
        var content = archive.find(path);
        if (content == null) {
            throw new Unreadable(slug);
        }
        try {
            var tree = JSON.readTree(content);
            if (tree == null || !tree.isObject()) {
                throw new Unreadable(slug);
            }
            return tree;
        } catch (JsonProcessingException broken) {
            throw new Unreadable(slug);
        }
    }

    private static void collect(JsonNode node, int depth, List<String> words) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isTextual() && isWords(node.asText())) {
            words.add(node.asText());
        }
        for (var field : node.properties()) {
            if (!field.getKey().matches("l10n|library|mime|path|license|metadata|subContentId|behaviour|confirm.*")) {
                collect(field.getValue(), depth + 1, words);
            }
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, depth + 1, words));
        }
    }

    private static boolean isWords(String text) {
        return text.length() > 1 && text.indexOf(' ') > 0;
    }
}
