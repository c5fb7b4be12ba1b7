package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// A school, the owner of every row that carries a `school_id`.
@Entity
public class School {
    @Id
    private UUID id;

    @Column
    private String name;

    /// The ministry's code: opaque text.
    @Column
    private String code;

    @Column
    @Enumerated(EnumType.STRING)
    private SchoolLevel level;

    @Column
    private String commune;

    @Column
    private String province;

    @Column
    private Instant createdAt;

    protected School() {}

    public static School open(
            String name, String code, SchoolLevel level, String commune, String province, Instant now) {
        var school = new School();
        school.id = Ids.next(now);
        school.name = VietnameseText.tidy(name);
        school.code = VietnameseText.tidy(code);
        school.level = level;
        school.commune = VietnameseText.tidy(commune);
        school.province = VietnameseText.tidy(province);
        school.createdAt = now;
        return school;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public SchoolLevel level() {
        return level;
    }

    public String commune() {
        return commune;
    }

    public String province() {
        return province;
    }
}
