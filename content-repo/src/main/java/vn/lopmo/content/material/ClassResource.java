package vn.lopmo.content.material;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.CurrentCaller;

/// The classes that the caller may give materials to.
@Path("/classes")
class ClassResource {
    private final ClassChoice classes;
    private final CurrentCaller caller;

    ClassResource(ClassChoice classes, CurrentCaller caller) {
        this.classes = classes;
        this.caller = caller;
    }

    record View(UUID id, String name, int grade) {}

    @GET
    public List<View> mine() {
        var who = caller.get();
        MaterialPolicy.checkMayAdd(who);
        return classes.of(who).stream()
                .map(one -> new View(one.id(), one.name(), one.grade()))
                .toList();
    }
}
