package vn.lopmo.content.material;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.roster.ClassMembers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// Who is reading. Asks the copy of the classes once a call; curators need none.
@ApplicationScoped
public class Readers {
    private final ClassMembers members;
    private final CurrentCaller caller;
    private final Clock clock;

    Readers(ClassMembers members, CurrentCaller caller, Clock clock) {
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    public Readership current() {
        return of(caller.get());
    }

    public Readership of(Caller who) {
        var classes = MaterialPolicy.curates(who) ? Set.<UUID>of() : members.classesOf(who.id());
        return Readership.of(who, classes, clock.instant());
    }
}
