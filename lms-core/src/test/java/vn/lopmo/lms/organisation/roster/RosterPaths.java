package vn.lopmo.lms.organisation.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// Brings a list into a school, for tests that need pupils with real accounts.
@ApplicationScoped
public class RosterPaths {
    private final RosterPreview preview;
    private final RosterApplication application;
    private final RosterImports imports;

    RosterPaths(RosterPreview preview, RosterApplication application, RosterImports imports) {
        this.preview = preview;
        this.application = application;
        this.imports = imports;
    }

    public void bring(UUID schoolId, byte[] list) throws InterruptedException {
        var admin = new Caller(UUID.randomUUID(), schoolId, Set.of(Role.ADMIN));
        var id = preview.of(admin, RosterImport.Kind.LIST, "ds.xlsx", list);
        application.start(id, admin);
        application.look();
        for (int tries = 0; tries < 240; tries++) {
            var state = QuarkusTransaction.requiringNew()
                    .call(() -> imports.findById(id).state());
            if (state == RosterImport.State.DONE) {
                return;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("the list was not applied within a minute");
    }
}
