package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The realm `lopmo` as it stands in `infra/deploy/keycloak`, with this box's own secrets put in for the placeholders.
public final class Realm {
    public static final String NAME = "lopmo";

    private final Path folder;
    private final Map<String, String> secrets;

    /// @param secrets by client id, for each `${client-id}` in the realm's file
    public Realm(Store store, Map<String, String> secrets) {
        this.folder = store.root().resolve("infra/deploy/keycloak");
        this.secrets = secrets;
    }

    Path themes() {
        return folder.resolve("themes");
    }

    /// Made once; what an administrator changed later is left alone.
    void furnish(KeycloakAdmin admin) {
        if (!admin.hasRealm(NAME)) {
            admin.post("/admin/realms", filled("lopmo-realm.json"));
        }
    }

    /// Opens the door through which a seeder signs in as the people it made. Closed again as soon as it is done.
    public void openForSeeder(KeycloakAdmin admin) {
        closeForSeeder(admin);
        admin.post("/admin/realms/" + NAME + "/clients", filled("demo-seeder-client.json"));
    }

    public void closeForSeeder(KeycloakAdmin admin) {
        admin.idOfClient(NAME, "demo-seeder").ifPresent(id -> admin.delete("/admin/realms/" + NAME + "/clients/" + id));
    }

    private String filled(String file) {
        try {
            String json = Files.readString(folder.resolve(file));
            for (var secret : secrets.entrySet()) {
                json = json.replace("${" + secret.getKey() + "}", secret.getValue());
            }
            return json;
        } catch (IOException e) {
            throw new PartFailure("Không đọc được " + folder.resolve(file) + ".", e);
        }
    }
}
