package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Rows;

/// The figures of a school's library, counted from what is published. Of readers there is nothing but how often.
@ApplicationScoped
class Figures {
    private static final int MOST_USED = 50;

    private static final String PUBLISHED = """
            from material m join material_version v on v.material_id = m.id and v.version = m.published_version
            where m.school_id = ? and m.state = 'PUBLISHED'""";

    private static final String FIRST = """
            with entered as (
                select m.id, cast(min(v.published_at) at time zone 'Asia/Ho_Chi_Minh' as date) as day
                from material m join material_version v on v.material_id = m.id
                where m.school_id = ? group by m.id)
            """;

    private final Rows rows;

    Figures(Rows rows) {
        this.rows = rows;
    }

    /// Days of the school, both inside.
    record Time(LocalDate from, LocalDate until) {}

    /// A material for several grades stands under each of them.
    record Holding(String type, String subject, @Nullable Integer grade, int count) {}

    /// @param month as 2026-09
    /// @param entered materials published for the first time
    /// @param total of all that had entered by its end
    record Growth(String month, int entered, long total) {}

    record Use(String month, String kind, long count) {}

    record Used(UUID materialId, String title, long count) {}

    /// By the name in the catalogue.
    record Contributor(String author, String unit, int materials, long opened) {}

    record Sums(int published, int open, int withdrawn, int drafts) {}

    Sums sums(UUID school) {
        return rows.query("""
                        select count(*) filter (where state = 'PUBLISHED'),
                               count(*) filter (where state = 'PUBLISHED' and 'anybody' = any (audience)),
                               count(*) filter (where state = 'WITHDRAWN'), count(*) filter (where state = 'DRAFT')
                        from material where school_id = ?""", row -> new Sums(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)), school)
                .getFirst();
    }

    List<Holding> holdings(UUID school) {
        return rows.query(
                """
                select type, subject, grade, count(*) from (
                    select v.metadata ->> 'type' as type, v.metadata ->> 'subject' as subject,
                           cast(jsonb_array_elements_text(v.metadata -> 'grades') as integer) as grade
                """ + PUBLISHED + ") as held group by type, subject, grade order by type, subject, grade",
                row -> new Holding(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
                school);
    }

    /// @param of a type, a subject, a grade
    record Part(String of, int count) {}

    /// Each material once, however many grades it is for.
    List<Part> byType(UUID school) {
        return parts("select v.metadata ->> 'type' as part, count(*) " + PUBLISHED, school);
    }

    List<Part> bySubject(UUID school) {
        return parts("select v.metadata ->> 'subject' as part, count(*) " + PUBLISHED, school);
    }

    /// A material for several grades stands under each of them.
    List<Part> byGrade(UUID school) {
        return rows.query(
                "select grade, count(*) from (select jsonb_array_elements_text(v.metadata -> 'grades') as grade "
                        + PUBLISHED + ") as held group by grade order by cast(grade as integer)",
                row -> new Part(row.getString(1), row.getInt(2)),
                school);
    }

    private List<Part> parts(String counted, UUID school) {
        return rows.query(
                counted + " group by part order by count(*) desc, part",
                row -> new Part(row.getString(1), row.getInt(2)),
                school);
    }

    List<Growth> growth(UUID school, Time time) {
        return rows
                .query(FIRST + """
                , months as (
                    select to_char(day, 'YYYY-MM') as month, count(*) as entered, max(day) as last from entered group by month)
                select month, entered, sum(entered) over (order by month) from months
                order by month""", row -> new Growth(row.getString(1), row.getInt(2), row.getLong(3)), school)
                .stream()
                .filter(each -> within(each.month, time))
                .toList();
    }

    private static boolean within(String month, Time time) {
        return month.compareTo(time.from.toString().substring(0, 7)) >= 0
                && month.compareTo(time.until.toString().substring(0, 7)) <= 0;
    }

    List<Use> use(UUID school, Time time) {
        return rows.query(
                """
                select to_char(day, 'YYYY-MM') as month, kind, sum(count) from material_use
                where school_id = ? and day between ? and ? group by month, kind order by month, kind""", row -> new Use(row.getString(1), row.getString(2), row.getLong(3)), school, time.from, time.until);
    }

    List<Used> mostUsed(UUID school, Time time) {
        return rows.query(
                """
                select u.material_id, v.metadata ->> 'title', sum(u.count) as opened
                from material_use u join material m on m.id = u.material_id and m.state = 'PUBLISHED'
                     join material_version v on v.material_id = m.id and v.version = m.published_version
                where u.school_id = ? and u.day between ? and ?
                group by u.material_id, v.metadata ->> 'title' order by opened desc, u.material_id limit ?""",
                row -> new Used(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                school,
                time.from,
                time.until,
                MOST_USED);
    }

    List<Contributor> contributors(UUID school, Time time) {
        return rows.query(
                """
                select coalesce(nullif(v.metadata ->> 'author', ''), v.metadata ->> 'source') as author,
                       coalesce(v.metadata ->> 'unit', '') as unit, count(*) as materials,
                       coalesce(sum((select sum(u.count) from material_use u
                                     where u.material_id = m.id and u.day between ? and ?)), 0)
                """ + PUBLISHED + " group by 1, 2 order by materials desc, author, unit",
                row -> new Contributor(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)),
                time.from,
                time.until,
                school);
    }
}
