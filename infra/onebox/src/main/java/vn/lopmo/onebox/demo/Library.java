package vn.lopmo.onebox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills the demo library as its librarian would: upload, describe, publish.
final class Library {
    private final Api librarian;

    Library(Api librarian) {
        this.librarian = librarian;
    }

    Map<String, CourseScript.Material> fill(String script) {
        var byTitle = new HashMap<String, CourseScript.Material>();
        for (var block : script.substring(script.indexOf("\n= ") + 1).split("\n(?== )")) {
            var lines = List.of(block.strip().split("\n"));
            var cells = lines.getFirst().substring(1).strip().split("\\s*\\|\\s*");
            byTitle.put(cells[0], add(cells, lines.subList(1, lines.size())));
        }
        return byTitle;
    }

    private CourseScript.Material add(String[] cells, List<String> paragraphs) {
        var file = Documents.make(cells[7], cells[0], paragraphs);
        var draft = librarian.upload("/materials/uploads", file.name(), file.mediaType(), file.bytes());
        var path = "/materials/" + draft.get("id").asText();
        librarian.put(path, Map.of("revision", draft.get("revision").asInt(), "metadata", metadata(cells, paragraphs)));
        JsonNode published = librarian.post(path + "/publish", Map.of());
        return new CourseScript.Material(
                published.get("id").asText(), published.get("version").asInt(), cells[1]);
    }

    private static Map<String, Object> metadata(String[] cells, List<String> paragraphs) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("title", cells[0]);
        metadata.put("description", paragraphs.getFirst());
        metadata.put("type", cells[1]);
        metadata.put("subject", cells[2]);
        metadata.put(
                "grades",
                Arrays.stream(cells[3].split(",")).map(Integer::parseInt).toList());
        metadata.put("textbook", "");
        metadata.put("author", cells[5]);
        metadata.put("licence", cells[4]);
        metadata.put("source", cells[6]);
        metadata.put("keywords", List.of());
        metadata.put("indicators", List.of());
        return metadata;
    }
}
