package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// S3Proxy: the S3 API over a plain folder.
public final class S3Part extends Part {
    private final Store store;
    private final int port;
    private final String accessKey;
    private final String secretKey;

    public S3Part(Folders folders, Store store, int port, String accessKey, String secretKey) {
        super("s3", folders);
        this.store = store;
        this.port = port;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    protected void prepare() throws IOException {
        keep(settingsFile(), settings());
        Owned.byMeOnly(settingsFile());
        keep(logSettings(), """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{yyyy-MM-dd HH:mm:ss} %-5level %logger{20} %msg%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="OUT"/></root>
                </configuration>
                """);
    }

    @Override
    protected Command command() {
        var java = JavaCommand.withHeap(96)
                .quickly()
                .with("-Dlogback.configurationFile=" + logSettings(), "-cp", store.classpath("s3proxy"))
                .with("org.gaul.s3proxy.Main", "--properties", settingsFile().toString());
        return new Command(java.words(), Map.of());
    }

    @Override
    protected String edition() {
        return settings();
    }

    @Override
    public boolean ready() {
        return Http.status(url() + "/") > 0;
    }

    private Path settingsFile() {
        return folders.of("s3").resolve("s3proxy.properties");
    }

    private Path logSettings() {
        return folders.of("s3").resolve("logback.xml");
    }

    private String settings() {
        return """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(url(), accessKey, secretKey, folders.of("s3/buckets"));
    }
}
