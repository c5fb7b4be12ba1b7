package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/// What otherwise happens by itself after a while.
@ApplicationScoped
public class Clockwork {
    private final Sweeper sweeper;
    private final Presences presences;
    private final OpenSittings open;
    private final RoomNews news;

    Clockwork(Sweeper sweeper, Presences presences, OpenSittings open, RoomNews news) {
        this.sweeper = sweeper;
        this.presences = presences;
        this.open = open;
        this.news = news;
    }

    public void sweep() {
        sweeper.sweep();
    }

    public void writePresence() throws SQLException {
        presences.flush();
    }

    public void hearNews() {
        news.look();
    }

    public void forget(UUID sittingId) {
        open.reopen(sittingId);
    }
}
