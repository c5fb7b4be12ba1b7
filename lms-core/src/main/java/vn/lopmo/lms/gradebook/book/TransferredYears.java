package vn.lopmo.lms.gradebook.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What pupils have brought along from other schools. Nobody changes it.
@ApplicationScoped
class TransferredYears {
    /// @param fromSchool its name
    record Kept(
            UUID learnerId,
            String fromSchool,
            String year,
            String className,
            int grade,
            TransferredYear content,
            Instant takenAt) {}

    private static final String COLUMNS =
            "select learner_id, from_school, year_name, class_name, grade, content::text, taken_at from transferred_year";

    private final Rows rows;
    private final ObjectMapper json;
    private final SchoolYears years;

    TransferredYears(Rows rows, ObjectMapper json, SchoolYears years) {
        this.rows = rows;
        this.json = json;
        this.years = years;
    }

    void keep(
            UUID schoolId,
            UUID learnerId,
            School from,
            String year,
            SchoolClass room,
            TransferredYear content,
            Instant now) {
        rows.change(
                """
                insert into transferred_year (id, school_id, learner_id, from_school_id, from_school, year_name,
                                              class_name, grade, content, taken_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                on conflict (learner_id, from_school_id, year_name) do update set from_school = excluded.from_school,
                  class_name = excluded.class_name, grade = excluded.grade, content = excluded.content,
                  taken_at = excluded.taken_at""",
                Ids.next(now),
                schoolId,
                learnerId,
                from.id(),
                from.name(),
                year,
                room.name(),
                room.grade(),
                written(content),
                now);
    }

    /// What he had brought to his last school himself; of whoever comes back, not what this school has in its books.
    void passOn(UUID schoolId, UUID before, UUID learnerId) {
        rows.change("""
                insert into transferred_year (id, school_id, learner_id, from_school_id, from_school, year_name,
                                              class_name, grade, content, taken_at)
                select uuidv7(), ?, ?, from_school_id, from_school, year_name, class_name, grade, content, taken_at
                from transferred_year where learner_id = ? and from_school_id <> ? on conflict do nothing""", schoolId, learnerId, before, schoolId);
    }

    /// The latest first.
    List<Kept> of(UUID schoolId, UUID learnerId) {
        return rows.list(
                COLUMNS + " where school_id = ? and learner_id = ? order by taken_at desc, year_name desc",
                this::kept,
                schoolId,
                learnerId);
    }

    /// The entries of a book of the same year, by learner; who came from nowhere is not in the map. Of two schools in
    /// one year the later one's entry counts.
    Map<UUID, Map<Slot, String>> cells(Place place, Collection<UUID> learnerIds) {
        var found = new HashMap<UUID, Map<Slot, String>>();
        rows.list(
                        COLUMNS + " where school_id = ? and year_name = ? and learner_id = any(?) order by taken_at",
                        this::kept,
                        place.schoolId(),
                        years.get(place.yearId()).name(),
                        Cells.ids(learnerIds))
                .forEach(kept -> found.computeIfAbsent(kept.learnerId, unused -> new EnumMap<>(Slot.class))
                        .putAll(cells(kept.content, place)));
        return found;
    }

    private static Map<Slot, String> cells(TransferredYear year, Place place) {
        var cells = new EnumMap<Slot, String>(Slot.class);
        year.subjects().stream()
                .filter(subject -> subject.subject().equals(place.subject()))
                .flatMap(subject -> subject.terms().stream())
                .filter(term -> term.term() == place.term())
                .flatMap(term -> term.marks().stream())
                .forEach(mark -> Slot.of(mark.slot()).ifPresent(slot -> cells.put(slot, mark.value())));
        return cells;
    }

    private Kept kept(Row row) throws SQLException {
        return new Kept(
                row.uuid(1), row.text(2), row.text(3), row.text(4), row.number(5), read(row.text(6)), row.time(7));
    }

    private TransferredYear read(String text) {
        try {
            return json.readValue(text, TransferredYear.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(TransferredYear content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
