package vn.lopmo.content.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A school's library as the world may see it. It is there from the moment a curator gave it a code, and what it shows
/// are the materials whose visibility is OPEN, nothing else.
@Entity
@Table(name = "open_library")
class OpenLibrary {
    @Id
    private UUID schoolId;

    private String code;
    private String name;
    private String email;
    private UUID openedBy;
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    protected OpenLibrary() {}

    /// @param code names the school in public addresses
    /// @param email of who answers for it, told to harvesters
    record Face(String code, String name, String email) {}

    static OpenLibrary opened(UUID schoolId, Face face, UUID opener, Instant now) {
        var library = new OpenLibrary();
        library.schoolId = schoolId;
        library.openedBy = opener;
        library.openedAt = now;
        library.show(face);
        return library;
    }

    void show(Face face) {
        code = face.code;
        name = face.name;
        email = face.email;
    }

    UUID schoolId() {
        return schoolId;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Instant openedAt() {
        return openedAt;
    }
}
