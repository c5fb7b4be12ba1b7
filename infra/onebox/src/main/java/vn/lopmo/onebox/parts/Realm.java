package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The realm `lopmo` as it stands in `infra/deploy/keycloak`, with this box's own secrets put in for the placeholders.
public final class Realm {
    public static final String NAME = "lopmo";

    private static final String WEB_UI = "web-ui";

    private final Path folder;
    private final Map<String, String> secrets;
    private final String webUi;

    /// @param secrets by client id, for each `${client-id}` in the realm's file
    /// @param webUi where Keycloak reaches web-ui, without a path
    public Realm(Store store, Map<String, String> secrets, String webUi) {
        this.folder = store.root().resolve("infra/deploy/keycloak");
        this.secrets = secrets;
        this.webUi = webUi;
    }

    Path themes() {
        return folder.resolve("themes");
    }

    /// Made once; what an administrator changed later is left alone, but for where web-ui hears of ended sessions: a
    /// box of an earlier version does not say it, and a box may move to another port.
    public void furnish(KeycloakAdmin admin) {
        if (!admin.hasRealm(NAME)) {
            admin.post("/admin/realms", filled("lopmo-realm.json"));
        }
        admin.idOfClient(NAME, WEB_UI)
                .ifPresent(id -> admin.put("/admin/realms/" + NAME + "/clients/" + id, filled("web-ui-endings.json")));
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
            return json.replace("${web-ui.url}", webUi);
        } catch (IOException e) {
            throw new PartFailure("Không đọc được " + folder.resolve(file) + ".", e);
        }
    }
}
