package vn.lopmo.onebox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lopmo.onebox.parts.KafkaPart;
import vn.lopmo.onebox.parts.KeycloakPart;
import vn.lopmo.onebox.parts.Part;
import vn.lopmo.onebox.parts.PostgresPart;
import vn.lopmo.onebox.parts.Realm;
import vn.lopmo.onebox.parts.S3Part;
import vn.lopmo.onebox.parts.ServicePart;
import vn.lopmo.onebox.parts.Store;

/// Which parts a box has, how each is told of the others, and in which order they begin.
final class Plan {
    private final Box box;
    private final Store store;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final S3Part s3;
    private final KeycloakPart keycloak;
    private final Realm realm;
    private final List<List<Part>> waves;

    Plan(Box box, Store store) {
        this.box = box;
        this.store = store;
        this.postgres = postgres();
        this.kafka = new KafkaPart(
                box.folders(),
                store,
                box.port("kafka"),
                box.port("kafka-controller"),
                box.secrets().uuid("kafka.cluster"));
        this.s3 = new S3Part(
                box.folders(),
                store,
                box.port("s3"),
                box.secrets().get("s3.access"),
                box.secrets().get("s3.secret"));
        this.realm = new Realm(
                store,
                Map.of(
                        "web-ui", client("web-ui"),
                        "lms-core", client("lms-core"),
                        "demo-seeder", client("demo-seeder")),
                "http://127.0.0.1:" + box.peoplePort());
        this.keycloak = new KeycloakPart(
                box.folders(),
                store,
                box.port("keycloak"),
                box.port("keycloak-health"),
                new KeycloakPart.Database(postgres.jdbcUrl("keycloak"), "keycloak", database("keycloak")),
                box.secrets().get("keycloak.admin"),
                realm);
        this.waves = List.of(
                List.of(postgres),
                List.of(keycloak, kafka, s3),
                List.of(service("lms-core"), service("assessment"), service("content-repo"), web()));
    }

    /// In waves: what stands in one list begins at the same time, when all before it is ready.
    List<List<Part>> waves() {
        return waves;
    }

    List<Part> all() {
        return waves().stream().flatMap(List::stream).toList();
    }

    KeycloakPart keycloak() {
        return keycloak;
    }

    Realm realm() {
        return realm;
    }

    /// Where every service's database is.
    PostgresPart databases() {
        return postgres;
    }

    private PostgresPart postgres() {
        var owners = List.of("lms", "content", "assessment", "web", "keycloak").stream()
                .map(name -> new PostgresPart.Owner(name, database(name)))
                .toList();
        return new PostgresPart(
                box.folders(), store, box.port("postgres"), box.secrets().get("db.superuser"), owners);
    }

    private ServicePart service(String name) {
        String database = databaseOf(name);
        var told = new TreeMap<>(common(name, database));
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("LOPMO_EVENTS_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        told.put("QUARKUS_MINIO_HOST", s3.url());
        told.put("QUARKUS_MINIO_ACCESS_KEY", box.secrets().get("s3.access"));
        told.put("QUARKUS_MINIO_SECRET_KEY", box.secrets().get("s3.secret"));
        if (name.equals("lms-core")) {
            told.putAll(identity());
        }
        if (name.equals("content-repo")) {
            told.put("LOPMO_SEARCH_FOLDER", box.folders().of("search").toString());
            told.put("LOPMO_FILES_FOLDER", box.folders().of("uploads").toString());
        }
        return new ServicePart(name, box.folders(), store, box.port(name), heapOf(name), told);
    }

    private Map<String, String> identity() {
        return Map.of(
                "LOPMO_IDENTITY_URL", keycloak.url(),
                "LOPMO_IDENTITY_REALM", Realm.NAME,
                "LOPMO_IDENTITY_CLIENT_ID", "lms-core",
                "LOPMO_IDENTITY_CLIENT_SECRET", client("lms-core"),
                "LOPMO_SETUP_CODE", box.secrets().code("setup.code"),
                "LOPMO_SECRET_KEY", box.secrets().key("lms.key"));
    }

    private ServicePart web() {
        var told = new TreeMap<>(common("web-ui", "web"));
        told.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        told.put("QUARKUS_OIDC_CREDENTIALS_SECRET", client("web-ui"));
        told.put("QUARKUS_OIDC_AUTHENTICATION_STATE_SECRET", box.secrets().get("web.state"));
        told.put("LOPMO_WEB_PACKAGES_PORT", Integer.toString(box.packagesPort()));
        told.put("LOPMO_WEB_LMS_URL", "http://127.0.0.1:" + box.port("lms-core"));
        told.put("LOPMO_WEB_CONTENT_URL", "http://127.0.0.1:" + box.port("content-repo"));
        told.put("LOPMO_WEB_ASSESSMENT_URL", "http://127.0.0.1:" + box.port("assessment"));
        told.put("LOPMO_WEB_KEYCLOAK_URL", "http://127.0.0.1:" + box.port("keycloak"));
        told.put("LOPMO_WEB_DATABASE_URL", postgres.jdbcUrl("web"));
        told.put("LOPMO_WEB_DATABASE_USERNAME", "web");
        told.put("LOPMO_WEB_DATABASE_PASSWORD", database("web"));
        return new ServicePart("web-ui", box.folders(), store, box.peoplePort(), heapOf("web-ui"), told);
    }

    private Map<String, String> common(String name, String database) {
        int port = name.equals("web-ui") ? box.peoplePort() : box.port(name);
        return Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", database,
                "QUARKUS_DATASOURCE_PASSWORD", database(database),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.url() + "/realms/" + Realm.NAME);
    }

    private static String databaseOf(String service) {
        return switch (service) {
            case "lms-core" -> "lms";
            case "content-repo" -> "content";
            default -> service;
        };
    }

    /// Tika and Lucene need room in content-repo; every other heap is what its load test needed with some to spare.
    private static int heapOf(String service) {
        return switch (service) {
            case "web-ui" -> 128;
            case "content-repo" -> 288;
            default -> 224;
        };
    }

    private String database(String name) {
        return box.secrets().get("db." + name);
    }

    private String client(String id) {
        return box.secrets().get("client." + id);
    }

    /// Each internal port's name and the part that listens there.
    static final Map<String, String> PORTS = Map.of(
            Box.PACKAGES,
            "web-ui",
            "postgres",
            "postgres",
            "keycloak",
            "keycloak",
            "keycloak-health",
            "keycloak",
            "kafka",
            "kafka",
            "kafka-controller",
            "kafka",
            "s3",
            "s3",
            "lms-core",
            "lms-core",
            "content-repo",
            "content-repo",
            "assessment",
            "assessment");
}
