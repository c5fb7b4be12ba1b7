package vn.lopmo.platform.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.platform.sql.Rows;

/// What tables, columns and values are called for people: `table`, `table.column` or `.column` for any table,
/// `table.column~VALUE` or `~VALUE` for any column. What all services have stands in `person-words-all.properties`,
/// what one has in its own `person-words.properties`.
@ApplicationScoped
public class PersonWords {
    private static final List<String> PLACES = List.of("/person-words-all.properties", "/person-words.properties");

    private final Map<String, String> words;
    private final PersonRows personRows;
    private final Rows rows;

    PersonWords(PersonRows personRows, Rows rows) {
        this.personRows = personRows;
        this.rows = rows;
        this.words = PLACES.stream()
                .map(PersonWords::read)
                .flatMap(one -> one.stringPropertyNames().stream().map(key -> Map.entry(key, one.getProperty(key))))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (all, ofService) -> ofService, TreeMap::new));
    }

    private static Properties read(String place) {
        var properties = new Properties();
        try (var found = PersonWords.class.getResourceAsStream(place)) {
            if (found != null) {
                properties.load(new InputStreamReader(found, StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }

    Map<String, String> all() {
        return words;
    }

    /// What an export would show under the name that the database has for it: a new table wants its words. Ids are
    /// not shown to people, but for a person's own ones in the count of what he touched.
    public List<String> missing() {
        var held = personRows.heldTables();
        var shown = rows.list(
                "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name = any(?) and udt_name not in ('uuid', '_uuid', 'bytea') order by 1, 2",
                row -> new String[] {row.text(1), row.text(2)},
                (Object) held.toArray(String[]::new));
        var columns =
                shown.stream().filter(each -> !PersonRows.isSecret(each[1])).map(each -> each[0] + "." + each[1]);
        return Stream.concat(
                        Stream.concat(held.stream(), personRows.touchable().stream()),
                        Stream.concat(columns, values(held)))
                .filter(key -> !isNamed(key))
                .distinct()
                .sorted()
                .toList();
    }

    /// Those that a check of the database lists.
    private Stream<String> values(List<String> held) {
        return rows
                .list(
                        "select distinct r.relname || '.' || a.attname || '~' || v[1] from pg_constraint c"
                                + " join pg_class r on r.oid = c.conrelid"
                                + " join pg_attribute a on a.attrelid = r.oid and a.attnum = c.conkey[1]"
                                + " cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') v"
                                + " where c.contype = 'c' and array_length(c.conkey, 1) = 1 and r.relname = any(?)",
                        row -> row.text(1),
                        (Object) held.toArray(String[]::new))
                .stream();
    }

    private boolean isNamed(String key) {
        return words.containsKey(key)
                || key.contains("~") && words.containsKey(key.substring(key.indexOf('~')))
                || key.contains(".") && !key.contains("~") && words.containsKey(key.substring(key.indexOf('.')));
    }
}
