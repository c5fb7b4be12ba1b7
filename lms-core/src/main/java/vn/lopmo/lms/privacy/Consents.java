package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.Uses.Use;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Texts that consent is asked for, and who has given it. Nothing is given until somebody gives it himself.
@ApplicationScoped
@Transactional
class Consents {
    /// What the school asks for now: the latest version of each purpose that has not ended.
    ///
    /// @param uses what the platform does not do for whoever has not agreed
    record Text(UUID id, String purpose, int version, String title, String body, List<Use> uses) {}

    /// How it stands for one person.
    ///
    /// @param given whether everybody has agreed who must
    /// @param mine whether the one who looks has agreed
    record Standing(Text text, ConsentRule needed, boolean own, boolean guardian, boolean given, boolean mine) {}

    private record Given(UUID text, UUID by) {}

    private static final String CURRENT = "select distinct on (purpose) id, purpose, version, title, body, ended_at,"
            + " uses"
            + " from consent_text where school_id = ? order by purpose, version desc";

    private final Rows rows;
    private final Guardianships guardianships;
    private final PrivacyConfig config;
    private final Clock clock;

    Consents(Rows rows, Guardianships guardianships, PrivacyConfig config, Clock clock) {
        this.rows = rows;
        this.guardianships = guardianships;
        this.config = config;
        this.clock = clock;
    }

    List<Text> asked(UUID schoolId) {
        return rows.list(
                "select id, purpose, version, title, body, uses from (" + CURRENT
                        + ") t where ended_at is null order by title",
                row -> new Text(
                        row.uuid(1),
                        row.text(2),
                        row.number(3),
                        row.text(4),
                        row.text(5),
                        row.texts(6).stream().map(Use::valueOf).toList()),
                schoolId);
    }

    /// A text that says the same is no new version.
    UUID write(Caller by, String purpose, String title, String body, Collection<Use> uses) {
        var now = clock.instant();
        var latest = asked(by.schoolId()).stream()
                .filter(text -> text.purpose.equals(purpose))
                .findFirst();
        if (latest.isPresent()
                && latest.get().title.equals(title)
                && latest.get().body.equals(body)
                && Set.copyOf(latest.get().uses).equals(Set.copyOf(uses))) {
            return latest.get().id;
        }
        var id = Ids.next(now);
        rows.change(
                "insert into consent_text (id, school_id, purpose, version, title, body, uses, made_by, made_at)"
                        + " select ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ? from consent_text"
                        + " where school_id = ? and purpose = ?",
                id,
                by.schoolId(),
                purpose,
                title,
                body,
                uses.stream().distinct().sorted().map(Use::name).toArray(String[]::new),
                by.id(),
                now,
                by.schoolId(),
                purpose);
        return id;
    }

    void end(UUID schoolId, String purpose) {
        int ended = rows.change(
                "update consent_text set ended_at = ? where school_id = ? and purpose = ? and ended_at is null",
                clock.instant(),
                schoolId,
                purpose);
        if (ended == 0) {
            throw new Refusal.NotFound("consent-text-not-found");
        }
    }

    List<Standing> of(Person subject, UUID viewer) {
        var given = rows.list(
                "select text_id, given_by from consent where subject_id = ? and withdrawn_at is null",
                row -> new Given(row.uuid(1), row.uuid(2)),
                subject.id());
        var rule = ruleFor(subject);
        return asked(subject.schoolId()).stream()
                .map(text -> standing(text, subject.id(), viewer, rule, given))
                .toList();
    }

    private ConsentRule ruleFor(Person subject) {
        var today = LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
        return ConsentRule.of(subject.birthDate(), subject.roles().contains(Role.STUDENT), today, config);
    }

    private static Standing standing(Text text, UUID subject, UUID viewer, ConsentRule rule, List<Given> given) {
        var here = given.stream().filter(each -> each.text.equals(text.id)).toList();
        boolean own = here.stream().anyMatch(each -> each.by.equals(subject));
        boolean guardian = here.stream().anyMatch(each -> !each.by.equals(subject));
        boolean mine = here.stream().anyMatch(each -> each.by.equals(viewer));
        return new Standing(text, rule, own, guardian, rule.isMet(own, guardian), mine);
    }

    /// @throws Refusal.Conflict if the text is not the one that is asked for now
    void give(Person subject, UUID by, UUID textId) {
        if (asked(subject.schoolId()).stream().noneMatch(text -> text.id.equals(textId))) {
            throw new Refusal.Conflict("consent-text-changed");
        }
        rows.change(
                "insert into consent (id, school_id, text_id, subject_id, given_by, given_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                Ids.next(clock.instant()),
                subject.schoolId(),
                textId,
                subject.id(),
                by,
                clock.instant());
    }

    /// Taken back by whoever gave it; from then on it counts for nothing.
    void withdraw(Person subject, UUID by, UUID textId) {
        rows.change(
                "update consent set withdrawn_at = ? where text_id = ? and subject_id = ? and given_by = ?"
                        + " and withdrawn_at is null",
                clock.instant(),
                textId,
                subject.id(),
                by);
    }

    /// How many of a school's people have a consent standing, by text.
    long givenTo(UUID textId) {
        return rows.first(
                        "select count(distinct subject_id) from consent where text_id = ? and withdrawn_at is null",
                        row -> row.big(1),
                        textId)
                .orElse(0L);
    }

    boolean acts(UUID guardian, UUID child) {
        return guardianships.acts(guardian, child);
    }

    /// Whatever somebody has said of himself and for others is cut off from him; that it was said stays.
    void erase(UUID personId, Instant now) {
        rows.change(
                "update consent set withdrawn_at = ? where (subject_id = ? or given_by = ?) and withdrawn_at is null",
                now,
                personId,
                personId);
    }
}
