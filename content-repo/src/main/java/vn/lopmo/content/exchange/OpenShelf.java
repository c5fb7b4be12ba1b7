package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Rows;
import vn.lopmo.platform.text.VietnameseText;

/// The open materials of a school, to browse: the newest first, by subject, grade and type, and by words without marks.
/// (The library's own search is for readers with an account; strangers get a plain one that costs little.)
@ApplicationScoped
class OpenShelf {
    private static final int MOST_WORDS = 8;

    private final Rows rows;

    OpenShelf(Rows rows) {
        this.rows = rows;
    }

    /// Empty means all.
    record Choice(
            String query,
            String subject,
            String type,
            @Nullable Integer grade) {
        static final Choice ALL = new Choice("", "", "", null);

        /// As it stands in an address.
        Map<String, String> asQuery() {
            var all = new LinkedHashMap<String, String>();
            all.put("query", query);
            all.put("subject", subject);
            all.put("type", type);
            all.put("grade", grade == null ? "" : grade.toString());
            return all;
        }

        Choice withSubject(String chosen) {
            return new Choice(query, chosen, type, grade);
        }

        Choice withType(String chosen) {
            return new Choice(query, subject, chosen, grade);
        }

        Choice withGrade(@Nullable Integer chosen) {
            return new Choice(query, subject, type, chosen);
        }
    }

    List<UUID> newest(UUID schoolId, Choice choice, int skip, int most, Instant now) {
        return rows.query(
                OpenRecords.SHELF + "select material_id from shelf where " + condition(choice)
                        + " order by stamp desc, material_id desc offset ? limit ?",
                row -> row.getObject(1, UUID.class),
                arguments(schoolId, choice, now, skip, most));
    }

    int count(UUID schoolId, Choice choice, Instant now) {
        return rows.query(
                        OpenRecords.SHELF + "select count(*) from shelf where " + condition(choice),
                        row -> row.getInt(1),
                        arguments(schoolId, choice, now))
                .getFirst();
    }

    /// How many there are of each value of a column: `subject` or `type`.
    Map<String, Integer> counts(UUID schoolId, String column, Choice choice, Instant now) {
        return counted(column, choice, arguments(schoolId, choice, now));
    }

    Map<String, Integer> grades(UUID schoolId, Choice choice, Instant now) {
        return counted("unnest(grades)", choice, arguments(schoolId, choice, now));
    }

    private Map<String, Integer> counted(String value, Choice choice, Object[] arguments) {
        var counts = new LinkedHashMap<String, Integer>();
        rows.query(
                        OpenRecords.SHELF + "select " + value + " as value, count(*) from shelf where "
                                + condition(choice) + " group by value order by value",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        arguments)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private static String condition(Choice choice) {
        return "open and ? in ('', subject) and ? in ('', type) and (? = 0 or ? = any (grades))"
                + " and words like ?".repeat(words(choice).size());
    }

    private static Object[] arguments(UUID schoolId, Choice choice, Instant now, Object... more) {
        var all = OpenRecords.shelf(schoolId, now);
        int grade = choice.grade == null ? 0 : choice.grade;
        all.addAll(List.of(choice.subject, choice.type, grade, grade));
        all.addAll(words(choice));
        return OpenRecords.with(all, more);
    }

    private static List<String> words(Choice choice) {
        var words = new ArrayList<String>();
        for (String word : VietnameseText.fold(choice.query).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add("%" + word + "%");
            }
        }
        return words;
    }
}
