package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Uses by what was agreed to and what was stopped. Nothing is worked out beforehand: a birthday may change whose
/// consent it takes. One statement where no text of the school covers the use, else two.
@ApplicationScoped
class AgreedUses implements Uses {
    private record Cover(@Nullable UUID text, @Nullable UUID stopped) {}

    private record Agreed(UUID person, @Nullable LocalDate born, boolean isStudent, boolean own, boolean guardian) {}

    private final Rows rows;
    private final PrivacyConfig config;
    private final Clock clock;

    AgreedUses(Rows rows, PrivacyConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Set<UUID> off(Use use, UUID schoolId, Collection<UUID> people) {
        var ids = people.toArray(UUID[]::new);
        var covers = covers(use, schoolId, ids);
        var off = new HashSet<UUID>();
        covers.forEach(cover -> {
            if (cover.stopped != null) {
                off.add(cover.stopped);
            }
        });
        var texts =
                covers.stream().map(Cover::text).filter(text -> text != null).toArray(UUID[]::new);
        if (texts.length > 0) {
            off.addAll(notAgreed(texts, ids));
        }
        return off;
    }

    /// What a person's data is not used for.
    List<Use> offFor(UUID schoolId, UUID person) {
        return Arrays.stream(Use.values())
                .filter(use -> isOff(use, schoolId, person))
                .toList();
    }

    private List<Cover> covers(Use use, UUID schoolId, UUID[] people) {
        return rows.list(
                """
                select t.id, cast(null as uuid) from (
                  select distinct on (purpose) id, uses, ended_at from consent_text where school_id = ?
                  order by purpose, version desc) t where t.ended_at is null and ? = any(t.uses)
                union all
                select null, s.person_id from use_stop s
                where s.person_id = any(?) and s.used_for = ? and s.ended_at is null""", row -> new Cover(row.uuidOrNull(1), row.uuidOrNull(2)), schoolId, use.name(), people, use.name());
    }

    private List<UUID> notAgreed(UUID[] texts, UUID[] people) {
        var today = LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
        return rows
                .list(
                        """
                        select p.id, p.birth_date::text, 'STUDENT' = any(p.roles),
                          coalesce(bool_or(c.given_by = p.id), false), coalesce(bool_or(c.given_by <> p.id), false)
                        from person p cross join unnest(?) t (id)
                        left join consent c on c.text_id = t.id and c.subject_id = p.id and c.withdrawn_at is null
                        where p.id = any(?) group by p.id, t.id""",
                        row -> new Agreed(row.uuid(1), day(row.textOrNull(2)), row.is(3), row.is(4), row.is(5)),
                        texts,
                        people)
                .stream()
                .filter(each -> !ConsentRule.of(each.born, each.isStudent, today, config)
                        .isMet(each.own, each.guardian))
                .map(Agreed::person)
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
