package vn.lopmo.assessment.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.text.VietnameseText;

/// Finds questions of a school's bank. Words typed without accents find those with accents, never the other way round.
@ApplicationScoped
class ItemSearch {
    static final int LARGEST_PAGE = 100;

    private final EntityManager entities;

    ItemSearch(EntityManager entities) {
        this.entities = entities;
    }

    record Wanted(
            @Nullable String q,
            @Nullable String subject,
            @Nullable Integer grade,
            @Nullable Form form,
            @Nullable Cognitive cognitive,
            @Nullable String indicator) {}

    record Found(long total, List<ItemVersion> items) {}

    Found find(UUID schoolId, Wanted wanted, int page, int size) {
        var values = new HashMap<String, Object>(Map.of("school", schoolId));
        var where =
                " from ItemVersion v join BankItem i on i.id = v.itemId and i.latest = v.number where i.schoolId = :school"
                        + conditions(wanted, values);
        long total = bind(entities.createQuery("select count(v)" + where, Long.class), values)
                .getSingleResult();
        var items = bind(
                        entities.createQuery(
                                "select v" + where + " order by i.updatedAt desc, i.id desc", ItemVersion.class),
                        values)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return new Found(total, items);
    }

    private static String conditions(Wanted wanted, Map<String, Object> values) {
        var where = new StringBuilder();
        words(wanted.q, values, where);
        equal("v.subject", "subject", wanted.subject, values, where);
        equal("v.grade", "grade", wanted.grade, values, where);
        equal("v.form", "form", wanted.form, values, where);
        equal("v.cognitive", "cognitive", wanted.cognitive, values, where);
        if (wanted.indicator != null) {
            values.put("indicator", wanted.indicator);
            where.append(" and cast(sql('? @> array[cast(? as text)]', v.indicators, :indicator) as Boolean)");
        }
        return where.toString();
    }

    private static void words(@Nullable String q, Map<String, Object> values, StringBuilder where) {
        var tidy = q == null ? "" : VietnameseText.tidy(q).toLowerCase(Locale.ROOT);
        var folded = VietnameseText.fold(tidy);
        boolean accents = !tidy.equals(folded);
        int count = 0;
        for (String word : (accents ? tidy : folded).split(" ")) {
            if (!word.isEmpty() && count < 10) {
                var name = "word" + count++;
                values.put(name, "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%");
                where.append(accents ? " and lower(v.text) like :" : " and v.folded like :")
                        .append(name)
                        .append(" escape '\\'");
            }
        }
    }

    private static void equal(
            String field, String name, @Nullable Object value, Map<String, Object> values, StringBuilder where) {
        if (value != null) {
            values.put(name, value);
            where.append(" and ").append(field).append(" = :").append(name);
        }
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
