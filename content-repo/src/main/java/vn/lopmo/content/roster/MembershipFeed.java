package vn.lopmo.content.roster;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.event.EventHandler;

/// Keeps the copy of the classes up to date.
@ApplicationScoped
class MembershipFeed implements EventHandler<MembershipChanged> {
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
    public void handle(MembershipChanged event, Origin origin) {
        members.put(event, origin.happenedAt());
    }
}
