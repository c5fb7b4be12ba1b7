package vn.lopmo.lms.organisation.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/// Keycloak's groups that carry one role each, of the role's name. An account is opened as a member of them and so has
/// its roles with the one call that opens it: Keycloak takes no roles there, and a list of 2,000 pupils is waited for.
/// Their names are our own, so that no group that somebody made for something else is given a role. Made when first
/// needed. Safe for any number of threads.
final class RoleGroups {
    private final Supplier<RealmResource> realm;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    RoleGroups(Supplier<RealmResource> realm) {
        this.realm = realm;
    }

    /// Where an account is put that has these roles.
    List<String> paths(List<RoleRepresentation> roles) {
        ids(roles);
        return roles.stream().map(role -> "/" + nameOf(role)).toList();
    }

    List<String> ids(List<RoleRepresentation> roles) {
        return roles.stream()
                .map(role -> ids.computeIfAbsent(role.getName(), unused -> made(role)))
                .toList();
    }

    /// Looks for them anew: an administrator may have put one away, or a backup not have them.
    void forget() {
        ids.clear();
    }

    private static String nameOf(RoleRepresentation role) {
        return "lopmo-" + role.getName();
    }

    private String made(RoleRepresentation role) {
        var name = nameOf(role);
        var id = found(name).orElseGet(() -> add(name));
        realm.get().groups().group(id).roles().realmLevel().add(List.of(role));
        return id;
    }

    private String add(String name) {
        var group = new GroupRepresentation();
        group.setName(name);
        // another service may make it at the same time: then it is there, whatever the answer says
        realm.get().groups().add(group).close();
        return found(name).orElseThrow(() -> new IllegalStateException("Keycloak makes no group"));
    }

    private Optional<String> found(String name) {
        return realm.get().groups().groups(name, true, 0, 10, true).stream()
                .filter(group -> group.getParentId() == null && name.equals(group.getName()))
                .map(GroupRepresentation::getId)
                .findFirst();
    }
}
