import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Where in a box somebody's words still stand: every column of every table of every database, Kafka's log, the store's objects with their names,
/// the search index, the services' logs and working folders. One line a finding: where, which word (by its number), how often. Words themselves
/// are never printed.
///
///     java -cp "$(cat infra/onebox/target/classpath.txt)" infra/bench/Traces.java --data DIR word…
///
/// PostgreSQL's files are read as tables only: what its log of changes and its freed pages hold until they are overwritten is not looked at.
/// Of packed files .zip and .gz are opened, not what a .pdf packs inside itself.
final class Traces {
    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 1 << 10;
    private static final List<String> MACHINERY = List.of(".jar", ".so", ".class", ".dat");

    private final Path data;
    private final List<List<String>> words;
    /// where, with the word's number: how often
    private final Map<String, Integer> found = new TreeMap<>();

    private Traces(Path data, List<String> words) {
        this.data = data;
        this.words = words.stream().map(Traces::spellings).toList();
    }

    public static void main(String... args) throws Exception {
        if (args.length < 3 || !args[0].equals("--data")) {
            System.err.println("Traces --data DIR word…");
            System.exit(2);
        }
        var traces = new Traces(Path.of(args[1]), List.of(args).subList(2, args.length));
        traces.databases();
        traces.files();
        traces.found.forEach((where, times) -> System.out.println(where + "\t" + times));
    }

    /// A word as it is, as JSON may escape it, and as an address does.
    private static List<String> spellings(String word) {
        var plain = folded(word);
        var json = new StringBuilder();
        plain.chars().forEach(c -> json.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        var address = folded(URLEncoder.encode(word, StandardCharsets.UTF_8));
        return List.of(plain, json.toString(), address, address.replace("+", "%20")).stream().distinct().toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private void note(String where, String text) {
        var folded = folded(text);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).stream().anyMatch(folded::contains)) {
                found.merge(where + "\t" + (i + 1), 1, Integer::sum);
            }
        }
    }

    // --- databases ---------------------------------------------------------------------------------------------------------

    private Properties properties(String file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(data.resolve(file))));
        return properties;
    }

    private Connection database(String name) throws IOException, SQLException {
        var port = properties("ports.properties").getProperty("postgres");
        var password = properties("secrets.properties").getProperty("db.superuser");
        var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", password);
        connection.setReadOnly(true);
        connection.setAutoCommit(false); // so that rows come a few at a time
        return connection;
    }

    private static List<String> texts(Connection connection, String select) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void databases() throws Exception {
        List<String> names;
        try (var connection = database("postgres")) {
            names = texts(connection, "select datname from pg_database where datallowconn and not datistemplate");
        }
        for (var name : names) {
            try (var connection = database(name)) {
                var tables = texts(
                        connection,
                        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
                for (var table : tables) {
                    table(connection, name, table);
                }
            }
        }
    }

    private void table(Connection connection, String database, String table) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(200);
            try (var rows = statement.executeQuery("select * from " + table)) {
                var columns = rows.getMetaData();
                while (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        var where = "database " + database + " " + table.replaceFirst("^public\\.", "") + "." + columns.getColumnName(i);
                        if (columns.getColumnTypeName(i).equals("bytea")) {
                            var bytes = rows.getBytes(i);
                            if (bytes != null) {
                                stream(where, new ByteArrayInputStream(bytes));
                            }
                        } else {
                            var text = rows.getString(i);
                            if (text != null) {
                                note(where, text);
                            }
                        }
                    }
                }
            }
        }
    }

    // --- files -------------------------------------------------------------------------------------------------------------

    /// Everything in the box's folder but PostgreSQL's own files and programs.
    private void files() throws IOException {
        List<Path> all;
        try (var walk = Files.walk(data)) {
            all = walk.filter(path -> !path.startsWith(data.resolve("postgres"))).filter(Files::isRegularFile).toList();
        }
        for (var file : all) {
            if (MACHINERY.stream().anyMatch(file.getFileName().toString()::endsWith)) {
                continue;
            }
            var where = place(data.relativize(file));
            note(where + " (name)", data.relativize(file).toString());
            try (var bytes = Files.newInputStream(file)) {
                stream(where, bytes);
            } catch (java.nio.file.NoSuchFileException gone) {
                // a segment, a temporary file: its successor was listed too, or holds nothing new
            }
        }
    }

    /// A log and a topic by name, all else by its part.
    private static String place(Path file) {
        var part = file.getName(0).toString();
        return switch (part) {
            case "log" -> "log " + file.getFileName();
            case "kafka" -> "kafka " + (file.getNameCount() > 2 ? file.getName(2) : file.getFileName());
            default -> file.getNameCount() == 1 ? "file " + part : "folder " + part;
        };
    }

    private void stream(String where, InputStream source) throws IOException {
        var bytes = new java.io.BufferedInputStream(source, PIECE);
        bytes.mark(4);
        var head = bytes.readNBytes(4);
        bytes.reset();
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3) {
            unzip(where, bytes);
        } else if (head.length == 4 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            pieces(where, new GZIPInputStream(bytes));
        } else {
            pieces(where, bytes);
        }
    }

    private void unzip(String where, InputStream bytes) throws IOException {
        var zip = new ZipInputStream(bytes, StandardCharsets.UTF_8);
        try {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                note(where, entry.getName());
                pieces(where, zip);
            }
        } catch (java.util.zip.ZipException broken) {
            pieces(where, bytes); // somebody's damaged file: what can still be read of it
        }
    }

    /// With an overlap, so that no word is cut in two.
    private void pieces(String where, InputStream bytes) throws IOException {
        var kept = new byte[0];
        for (var read = bytes.readNBytes(PIECE); read.length > 0; read = bytes.readNBytes(PIECE)) {
            var piece = new byte[kept.length + read.length];
            System.arraycopy(kept, 0, piece, 0, kept.length);
            System.arraycopy(read, 0, piece, kept.length, read.length);
            note(where, new String(piece, StandardCharsets.UTF_8));
            int from = Math.max(0, piece.length - OVERLAP);
            kept = java.util.Arrays.copyOfRange(piece, from, piece.length);
        }
    }
}
