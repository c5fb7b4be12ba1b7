package vn.lopmo.platform.person;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// Files of a person that lie outside of the database. A service that keeps such files says which, and opens them.
public interface HeldFiles {
    /// @param table whose row tells of it, by the same id
    record HeldFile(UUID id, String table, String name, String mediaType, long size) {}

    List<HeldFile> of(UUID personId);

    /// Closed by whoever reads it.
    ///
    /// @throws Refusal.NotFound if it is not his, or its bytes are nowhere
    InputStream open(UUID personId, UUID fileId);
}
