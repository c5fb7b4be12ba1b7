package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// What lms-core needs to know of a material of the library: a copy, fed by the library's events.
@Entity
class KnownMaterial {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private int version;

    @Column
    private String title;

    @Column
    private String type;

    @Column
    private boolean withdrawn;

    /// Whether learners play it: then it is done when it says so, not when it was seen.
    @Column
    private boolean interactive;

    protected KnownMaterial() {}

    KnownMaterial(UUID id, UUID schoolId) {
        this.id = id;
        this.schoolId = schoolId;
        this.title = "";
        this.type = "";
    }

    void published(int newVersion, String newTitle, String newType, boolean isInteractive) {
        interactive = isInteractive;
        version = newVersion;
        title = newTitle;
        type = newType;
        withdrawn = false;
    }

    void withdraw() {
        withdrawn = true;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String title() {
        return title;
    }

    String type() {
        return type;
    }

    boolean isInteractive() {
        return interactive;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }
}
