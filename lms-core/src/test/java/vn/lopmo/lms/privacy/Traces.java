package vn.lopmo.lms.privacy;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lopmo.testkit.RealKafka;

/// Looks for words everywhere that a school's data can lie: every column of every table of every database of the
/// server, every message of every topic, every object of the store.
final class Traces {
    private final List<String> words;
    private final List<String> found = new ArrayList<>();

    private Traces(List<String> words) {
        this.words = words;
    }

    /// @param jdbcUrl of one of the databases
    static List<String> of(List<String> words, String jdbcUrl, String user, String password, MinioClient store)
            throws Exception {
        var traces = new Traces(words);
        traces.databases(jdbcUrl, user, password);
        traces.topics();
        traces.objects(store);
        return traces.found;
    }

    private void note(String where, String text) {
        for (var word : words) {
            if (text.contains(word)) {
                found.add(where + ": " + word);
            }
        }
    }

    private void databases(String jdbcUrl, String user, String password) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var rows = connection
                        .createStatement()
                        .executeQuery("select datname from pg_database where datallowconn and not datistemplate")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        var server = jdbcUrl.replaceFirst("/[^/?]+(\\?.*)?$", "/");
        for (var name : names) {
            try (var connection = DriverManager.getConnection(server + name, user, password)) {
                tables(name, connection);
            }
        }
    }

    private void tables(String database, Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                        + " where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (var table : tables) {
            for (var word : words) {
                try (var select = connection.prepareStatement(
                        "select count(*) from " + table + " t where position(? in t::text) > 0")) {
                    select.setString(1, word);
                    try (var rows = select.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) > 0) {
                            found.add(database + "." + table + ": " + word);
                        }
                    }
                }
            }
        }
    }

    private void topics() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", RealKafka.bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    note("topic " + message.topic(), message.key() + " " + message.value());
                }
            }
        }
    }

    private void objects(MinioClient store) throws Exception {
        for (var bucket : store.listBuckets()) {
            var all = store.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket.name())
                    .recursive(true)
                    .build());
            for (var each : all) {
                var name = each.get().objectName();
                note("object " + name, name);
                try (var bytes = store.getObject(GetObjectArgs.builder()
                        .bucket(bucket.name())
                        .object(name)
                        .build())) {
                    note("object " + name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }
}
