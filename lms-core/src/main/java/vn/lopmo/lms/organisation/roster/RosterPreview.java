package vn.lopmo.lms.organisation.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.roster.RosterImport.Kind;
import vn.lopmo.platform.caller.Caller;

/// Holds a list against the school as it is and says of each row what would become of it. Changes nobody.
@ApplicationScoped
class RosterPreview {
    private final Schools schools;
    private final RosterImports imports;
    private final RosterRows rows;
    private final PupilList pupils;
    private final StaffList staff;
    private final GuardianList guardians;
    private final Linking linking;
    private final ObjectMapper json;
    private final Clock clock;

    RosterPreview(
            Schools schools,
            RosterImports imports,
            RosterRows rows,
            PupilList pupils,
            StaffList staff,
            GuardianList guardians,
            Linking linking,
            ObjectMapper json,
            Clock clock) {
        this.schools = schools;
        this.imports = imports;
        this.rows = rows;
        this.pupils = pupils;
        this.staff = staff;
        this.guardians = guardians;
        this.linking = linking;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    UUID of(Caller caller, Kind kind, String fileName, byte[] file) {
        var now = clock.instant();
        var school = schools.get(caller.schoolId());
        var found =
                switch (kind) {
                    case LIST -> pupils.judge(school, fileName, file, now);
                    case ONEROSTER -> pupils.judgeBundle(school, file, now);
                    case STAFF -> staff.judge(school, fileName, file, now);
                    case GUARDIANS -> guardians.judge(school, fileName, file, now);
                };
        var roster = RosterImport.preview(school.id(), caller.id(), fileName, kind, now);
        imports.persist(roster);
        rows.persist(found.rows().stream().map(each -> row(roster.id(), each, now)));
        var links = found.links();
        if (links != null) {
            roster.bring(write(links), linking.link(links, school.id(), false, now));
        }
        return roster.id();
    }

    private RosterRow row(UUID importId, Finding found, Instant now) {
        var row = RosterRow.of(importId, found.entry(), found.verdict(), write(found.changes()), now);
        var person = found.person();
        return person == null ? row : row.about(person.id());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
