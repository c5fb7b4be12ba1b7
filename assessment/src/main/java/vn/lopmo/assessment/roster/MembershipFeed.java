package vn.lopmo.assessment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.lopmo.platform.event.EventHandler;

/// Keeps the copy of the classes up to date. A list of pupils tells of thousands at once.
@ApplicationScoped
class MembershipFeed implements EventHandler.OfMany<MembershipChanged> {
    private final ClassMembers members;

    MembershipFeed(ClassMembers members) {
        this.members = members;
    }

    @Override
    public String type() {
        return "lms.membership-changed.v1";
    }

    @Override
    public Class<MembershipChanged> body() {
        return MembershipChanged.class;
    }

    @Override
    public void handleAll(List<Told<MembershipChanged>> events) {
        members.putAll(events);
    }
}
