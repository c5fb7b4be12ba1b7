package vn.lopmo.content.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.sql.Rows;

/// Erases what a person read, noted, liked, played and was sending. Materials that he described for the school, and
/// their review, stay the school's, with his id and no name. An upload that was under way is over at once; the job of
/// expired uploads takes its pieces out of the store.
@ApplicationScoped
public class ErasingFeed implements EventHandler<PersonErased> {
    private final Readings readings;
    private final Rows rows;
    private final PersonExports exports;
    private final Clock clock;

    ErasingFeed(Readings readings, Rows rows, PersonExports exports, Clock clock) {
        this.readings = readings;
        this.rows = rows;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "lms.person-erased.v1";
    }

    @Override
    public Class<PersonErased> body() {
        return PersonErased.class;
    }

    @Override
    public void handle(PersonErased event, Origin origin) {
        var person = event.personId();
        rows.change(
                "insert into erased_person (id, erased_at) values (?, ?) on conflict (id) do nothing",
                person,
                origin.happenedAt());
        readings.forget(person);
        rows.change("delete from package_ticket where person_id = ?", person);
        rows.change("delete from class_member where person_id = ?", person);
        rows.change("delete from reviewer where person_id = ?", person);
        rows.change("delete from bulk_import where owner_id = ?", person);
        rows.change("delete from bulk_edit where editor_id = ?", person);
        rows.change(
                "update upload set name = '', source = null, expires_at = ? where owner_id = ?",
                clock.instant(),
                person);
        exports.forget(person);
    }
}
