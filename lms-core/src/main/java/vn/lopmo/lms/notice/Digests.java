package vn.lopmo.lms.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.lopmo.lms.organisation.Uses;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Once a day, from the school's hour on: what each has not read yet, in one mail. Each person is a transaction of his
/// own; a mail that the server did not take is tried again an hour later.
@ApplicationScoped
class Digests {
    private static final Logger LOG = Logger.getLogger(Digests.class);
    /// What is older was seen elsewhere or does not matter any more.
    private static final Duration YOUNG = Duration.ofDays(3);

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    /// So many refusals and it is the server, not an address.
    private static final int MOST_FAILURES = 3;

    private record Due(UUID personId, Addresses.Address to, String school, UUID schoolId) {}

    private final Rows rows;
    private final Letters letters;
    private final Uses uses;
    private final MailConfig config;
    private final Clock clock;

    Digests(Rows rows, Letters letters, Uses uses, MailConfig config, Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.uses = uses;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        round(clock.instant());
    }

    /// @return how many mails went out
    int round(Instant now) {
        var local = now.atZone(ClockSource.VIETNAM);
        if (!config.isOn() || local.getHour() < config.hour()) {
            return 0;
        }
        int sent = 0;
        int failures = 0;
        for (var due : wanted(due(local.toLocalDate(), now))) {
            try {
                sent += QuarkusTransaction.requiringNew().call(() -> send(due, local.toLocalDate(), now)) ? 1 : 0;
            } catch (Refusal.Unavailable away) {
                QuarkusTransaction.requiringNew().run(() -> failed(due, now));
                if (++failures == MOST_FAILURES) {
                    LOG.warn("the digests wait for the mail server");
                    break;
                }
            }
        }
        if (sent > 0) {
            LOG.infof("%d digests went out", sent);
        }
        return sent;
    }

    /// Those who were refused last come last.
    private List<Due> due(LocalDate today, Instant now) {
        return rows.list(
                """
                select m.person_id, m.address, m.secret, m.asked_at, m.confirmed_at, s.name, s.id
                from notice_mail m join school s on s.id = m.school_id join person p on p.id = m.person_id
                where m.confirmed_at is not null and (m.sent_on is null or m.sent_on < ?) and p.left_on is null
                  and (m.failed_at is null or m.failed_at < ?)
                order by m.failed_at nulls first""",
                row -> new Due(
                        row.uuid(1),
                        new Addresses.Address(row.text(2), row.text(3), row.time(4), row.timeOrNull(5)),
                        row.text(6),
                        row.uuid(7)),
                today,
                now.minus(AFTER_FAILURE));
    }

    /// Without those whose data is not used for it.
    private List<Due> wanted(List<Due> all) {
        var bySchool = all.stream()
                .collect(Collectors.groupingBy(Due::schoolId, Collectors.mapping(Due::personId, Collectors.toList())));
        var off = bySchool.entrySet().stream()
                .flatMap(each -> uses.off(Uses.Use.MAIL, each.getKey(), each.getValue()).stream())
                .collect(Collectors.toSet());
        return all.stream().filter(due -> !off.contains(due.personId)).toList();
    }

    /// Whoever writes the day sends the mail: another instance finds it written.
    ///
    /// @return whether there was something to send
    private boolean send(Due due, LocalDate today, Instant now) {
        int mine = rows.change(
                "update notice_mail set sent_on = ? where person_id = ? and (sent_on is null or sent_on < ?)",
                today,
                due.personId,
                today);
        var lines = mine == 0 ? List.<DigestText.Line>of() : lines(due.personId, now);
        if (!lines.isEmpty()) {
            letters.sendDigest(due.to, new DigestText(due.school, lines));
        }
        return !lines.isEmpty();
    }

    private void failed(Due due, Instant now) {
        rows.change("update notice_mail set failed_at = ? where person_id = ?", now, due.personId);
    }

    private List<DigestText.Line> lines(UUID personId, Instant now) {
        return rows.list(
                """
                with told as (
                  update notice n set mailed_at = ? where n.person_id = ? and n.read_at is null and n.mailed_at is null
                    and n.at > ? and not exists (select 1 from notice_wish w where w.person_id = n.person_id
                                                 and w.kind = n.kind and not w.mailed)
                  returning n.kind, n.title, n.place, n.times, n.at)
                select kind, title, place, times from told order by at desc""",
                row -> new DigestText.Line(NoticeKind.valueOf(row.text(1)), row.text(2), row.text(3), row.number(4)),
                now,
                personId,
                now.minus(YOUNG));
    }
}
