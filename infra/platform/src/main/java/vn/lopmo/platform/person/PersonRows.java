package vn.lopmo.platform.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.platform.sql.Rows;

/// Finds everything that a service's database holds of a person by looking at the columns that there are, so that a
/// table which comes tomorrow is not forgotten. Rows that are about him are taken whole; of rows that he has only made
/// or touched, and that may be about others, just their number.
@ApplicationScoped
public class PersonRows {
    /// Columns whose row is about the person that they name.
    private static final Set<String> ABOUT =
            Set.of("person_id", "learner_id", "child_id", "guardian_id", "subject_id", "owner_id", "teacher_id");

    /// What not even the person himself gets: it opens something.
    private static final List<String> SECRETS = List.of(
            "sealed", "sealed_password", "id_hash", "secret", "secret_hash", "passcode", "body", "readers", "links");

    private static final String WITHOUT_SECRETS =
            SECRETS.stream().map(each -> " - '" + each + "'").collect(Collectors.joining());

    private static final Set<String> OURS = Set.of("outbox", "inbox", "dead_letter", "flyway_schema_history");
    private static final int MOST = 50_000;

    private final Rows rows;
    private final ObjectMapper json;
    private final Instance<HeldBesides> besides;
    private final Instance<HeldFiles> files;

    PersonRows(Rows rows, ObjectMapper json, @Any Instance<HeldBesides> besides, @Any Instance<HeldFiles> files) {
        this.rows = rows;
        this.json = json;
        this.besides = besides;
        this.files = files;
    }

    private record Column(String table, String name) {
        boolean isAbout() {
            return ABOUT.contains(name) || table.equals("person") && name.equals("id");
        }

        boolean isRowsOwn() {
            return name.equals("id") || name.equals("school_id");
        }
    }

    public ObjectNode of(UUID personId) {
        var held = new TreeMap<String, ArrayNode>();
        var touched = json.createObjectNode();
        for (var column : columns()) {
            if (column.isAbout()) {
                take(held, column.table, "t." + quoted(column.name) + " = ?", personId);
            } else if (!column.isRowsOwn()) {
                var count = count(column, personId);
                if (count > 0) {
                    touched.put(column.table + "." + column.name, count);
                }
            }
        }
        for (var more : besides) {
            more.conditions().forEach((table, condition) -> take(held, table, condition, personId));
        }
        var body = json.createObjectNode();
        body.set("held", json.valueToTree(held));
        body.set("touched", touched);
        body.set("files", filesOf(personId));
        return body;
    }

    private ArrayNode filesOf(UUID personId) {
        var all = json.createArrayNode();
        for (var kept : files) {
            for (var file : kept.of(personId)) {
                all.addObject()
                        .put("id", file.id().toString())
                        .put("table", file.table())
                        .put("name", file.name())
                        .put("mediaType", file.mediaType())
                        .put("size", file.size())
                        .put("path", FilePath.of(all.size(), file));
            }
        }
        return all;
    }

    /// Tables whose rows are taken whole.
    List<String> heldTables() {
        return Stream.concat(
                        columns().stream().filter(Column::isAbout).map(Column::table),
                        besides.stream().flatMap(each -> each.conditions().keySet().stream()))
                .distinct()
                .toList();
    }

    /// Tables and columns where it is counted how often they name the person.
    List<String> touchable() {
        return columns().stream()
                .filter(column -> !column.isAbout() && !column.isRowsOwn())
                .flatMap(column -> Stream.of(column.table, column.table + "." + column.name))
                .distinct()
                .toList();
    }

    static boolean isSecret(String column) {
        return SECRETS.contains(column);
    }

    private List<Column> columns() {
        return rows
                .list(
                        "select c.table_name, c.column_name from information_schema.columns c"
                                + " join information_schema.tables t using (table_schema, table_name)"
                                + " where c.table_schema = 'public' and t.table_type = 'BASE TABLE'"
                                + " and c.udt_name = 'uuid' order by 1, 2",
                        row -> new Column(row.text(1), row.text(2)))
                .stream()
                .filter(column -> !OURS.contains(column.table))
                .toList();
    }

    private void take(Map<String, ArrayNode> held, String table, String condition, UUID personId) {
        var found = rows.list(
                "select (to_jsonb(t)" + WITHOUT_SECRETS + ")::text from " + quoted(table) + " t where " + condition
                        + " limit " + MOST,
                row -> parsed(row.text(1)),
                personId);
        if (!found.isEmpty()) {
            held.computeIfAbsent(table, unused -> json.createArrayNode()).addAll(found);
        }
    }

    private long count(Column column, UUID personId) {
        return rows.first(
                        "select count(*) from " + quoted(column.table) + " where " + quoted(column.name) + " = ?",
                        row -> row.big(1),
                        personId)
                .orElse(0L);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
