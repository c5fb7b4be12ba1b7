package vn.lopmo.content.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// How the index is, and making it anew while it is used.
@Path("/index")
class IndexResource {
    private final Rebuilds rebuilds;
    private final IndexFeed feed;
    private final CurrentCaller caller;

    IndexResource(Rebuilds rebuilds, IndexFeed feed, CurrentCaller caller) {
        this.rebuilds = rebuilds;
        this.feed = feed;
        this.caller = caller;
    }

    /// One replica; `done` of `total` while it fills a new index.
    record ReplicaView(
            String replica, long rebuild, int done, int total, int materials, int pages, long bytes, Instant toldAt) {
        static ReplicaView of(Rebuilds.Progress at) {
            return new ReplicaView(
                    at.replica(),
                    at.rebuild(),
                    at.done(),
                    at.total(),
                    at.materials(),
                    at.pages(),
                    at.bytes(),
                    at.toldAt());
        }
    }

    /// @param newestRebuild the order that every replica's index shall fulfil
    record IndexView(long newestRebuild, List<ReplicaView> replicas) {}

    @GET
    public IndexView read() {
        if (!MaterialPolicy.curates(caller.get())) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
        return view();
    }

    /// Every replica fills a new index from the database beside the one in use.
    @POST
    @Path("/rebuild")
    @ResponseStatus(202)
    public IndexView rebuild() {
        if (!caller.get().is(Role.ADMIN)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
        rebuilds.order();
        feed.wake();
        return view();
    }

    private IndexView view() {
        return new IndexView(
                rebuilds.newest(), rebuilds.all().stream().map(ReplicaView::of).toList());
    }
}
