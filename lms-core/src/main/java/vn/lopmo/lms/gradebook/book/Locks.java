package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// Which terms of which classes are closed, and who opened them again and why. The newest line that concerns a subject
/// decides.
@ApplicationScoped
public class Locks {
    private static final String COLUMNS = "select subject, term, locked, reason, at, by_id from mark_lock";
    private static final int SHOWN = 100;

    private final Rows rows;

    Locks(Rows rows) {
        this.rows = rows;
    }

    /// @param subject null for all of the class
    public record Lock(@Nullable String subject, int term, boolean locked, String reason, Instant at, UUID by) {}

    /// The lock that holds now.
    public Optional<Lock> of(UUID classId, String subject, int term) {
        return rows.first(
                        COLUMNS + " where class_id = ? and term = ? and (subject is null or subject = ?)"
                                + " order by at desc, id desc limit 1",
                        Locks::lock,
                        classId,
                        term,
                        subject)
                .filter(Lock::locked);
    }

    /// All that was locked and opened in a class, the newest first.
    List<Lock> ofClass(UUID classId) {
        return rows.list(
                COLUMNS + " where class_id = ? order by at desc, id desc limit " + SHOWN, Locks::lock, classId);
    }

    /// @param history of a class, the newest first
    static boolean isLocked(List<Lock> history, String subject, int term) {
        return history.stream()
                .filter(lock -> lock.term == term && (lock.subject == null || lock.subject.equals(subject)))
                .findFirst()
                .map(Lock::locked)
                .orElse(false);
    }

    /// Conduct too.
    static boolean isAllLocked(List<Lock> history, List<SubjectRule> subjects, int term) {
        return isLocked(history, SubjectRule.CONDUCT_SUBJECT, term)
                && subjects.stream().allMatch(each -> isLocked(history, each.subject(), term));
    }

    /// All subjects of both terms: the year's result is final, and seen.
    static boolean isYearLocked(List<Lock> history, List<SubjectRule> subjects) {
        return isAllLocked(history, subjects, Slot.FIRST_TERM) && isAllLocked(history, subjects, Slot.SECOND_TERM);
    }

    void add(UUID schoolId, UUID classId, Lock lock) {
        holdAlone(classId);
        rows.change(
                "insert into mark_lock (id, school_id, class_id, subject, term, locked, reason, at, by_id)"
                        + " values (?, ?, ?, ?::text, ?, ?, ?, ?, ?)",
                Ids.next(lock.at),
                schoolId,
                classId,
                lock.subject,
                lock.term,
                lock.locked,
                lock.reason,
                lock.at,
                lock.by);
    }

    /// Until the transaction ends nobody locks the class: what is entered now is entered before or not at all.
    ///
    /// @throws Refusal.Conflict if the book is locked
    void mustBeOpen(Place place) {
        rows.first(
                "select 1 from pg_advisory_xact_lock_shared(hashtextextended(?, 0))",
                row -> true,
                place.classId().toString());
        if (of(place.classId(), place.subject(), place.term()).isPresent()) {
            throw new Refusal.Conflict("marks-locked");
        }
    }

    /// Until the transaction ends nobody else locks the class, enters anything in it, or records an award.
    void holdAlone(UUID classId) {
        rows.first("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, classId.toString());
    }

    private static Lock lock(Row row) throws SQLException {
        return new Lock(row.textOrNull(1), row.number(2), row.is(3), row.text(4), row.time(5), row.uuid(6));
    }
}
