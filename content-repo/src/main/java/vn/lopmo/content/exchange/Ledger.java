package vn.lopmo.content.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Rows;
import vn.lopmo.content.material.Metadata;

/// The register of all that was ever published (sổ đăng kí cá biệt): each material keeps the number under which it
/// entered, also after it was withdrawn.
@ApplicationScoped
class Ledger {
    private static final int BATCH = 500;

    private static final String ENTRIES = """
            with entered as (
                select m.id, min(v.published_at) as at, row_number() over (order by min(v.published_at), m.id) as number
                from material m join material_version v on v.material_id = m.id
                where m.school_id = ? group by m.id)
            select e.number, cast(e.at at time zone 'Asia/Ho_Chi_Minh' as date), m.id, v.version, m.state, m.withdrawn_reason,
                   v.metadata,
                   (select string_agg(distinct lower(substring(f.name from '\\.([^.]+)$')), ', ')
                    from jsonb_array_elements(v.files) as kept (entry)
                         join stored_file f on f.id = cast(entry ->> 'id' as uuid)
                    where entry ->> 'kind' = 'CONTENT')
            from entered e join material m on m.id = e.id
                 join material_version v on v.material_id = m.id and v.version = m.published_version
            where e.number > ? order by e.number limit ?""";

    private final Rows rows;
    private final ObjectMapper json;

    Ledger(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    record Line(
            long number,
            LocalDate entered,
            UUID materialId,
            int version,
            boolean withdrawn,
            @Nullable String reason,
            Metadata about,
            @Nullable String formats) {}

    /// The next few behind that number.
    List<Line> after(UUID school, long number) {
        return rows.query(
                ENTRIES,
                row -> new Line(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getString(5).equals("WITHDRAWN"),
                        row.getString(6),
                        metadata(row.getString(7)),
                        row.getString(8)),
                school,
                number,
                BATCH);
    }

    private Metadata metadata(String text) {
        try {
            return json.readValue(text, Metadata.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
