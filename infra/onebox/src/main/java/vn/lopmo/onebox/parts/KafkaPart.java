package vn.lopmo.onebox.parts;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Kafka in KRaft mode, broker and controller in one node.
public final class KafkaPart extends Part {
    private final Store store;
    private final int port;
    private final int controllerPort;
    private final String clusterId;

    public KafkaPart(Folders folders, Store store, int port, int controllerPort, String clusterId) {
        super("kafka", folders);
        this.store = store;
        this.port = port;
        this.controllerPort = controllerPort;
        this.clusterId = clusterId;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    protected void prepare() throws IOException {
        keep(settingsFile(), settings());
        if (!Files.exists(logs().resolve("meta.properties"))) {
            var format = java("kafka.tools.StorageTool")
                    .with("format", "-t", clusterId, "-c", settingsFile().toString(), "--ignore-formatted");
            Once.run("kafka", format.words(), Map.of(), folders);
        }
    }

    @Override
    protected Command command() {
        return new Command(java("kafka.Kafka").with(settingsFile().toString()).words(), Map.of());
    }

    @Override
    protected String edition() {
        return settings();
    }

    private JavaCommand java(String main) {
        return JavaCommand.withHeap(160)
                .quickly()
                .with("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true")
                .with("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss")
                .with("-cp", store.classpath("kafka"), main);
    }

    private Path settingsFile() {
        return folders.of("kafka").resolve("server.properties");
    }

    private Path logs() {
        return folders.of("kafka").resolve("logs");
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=3
                num.network.threads=2
                num.io.threads=2
                background.threads=2
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=2
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                log.cleaner.dedupe.buffer.size=4194304
                log.retention.hours=336
                log.segment.bytes=67108864
                """.formatted(port, controllerPort, logs());
    }

    /// Asks for the API's versions, the one request that needs no knowledge of the protocol's later forms. The port
    /// alone opens long before the broker serves.
    @Override
    public boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(1500);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(18);
            out.writeShort(0);
            out.writeInt(7);
            out.writeShort(-1);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == 7;
        } catch (IOException starting) {
            return false;
        }
    }
}
