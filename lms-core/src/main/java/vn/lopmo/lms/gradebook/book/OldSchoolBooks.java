package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.LearnerMarks.PeriodResult;
import vn.lopmo.lms.gradebook.book.LearnerMarks.SubjectMarks;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.Trait;

/// What a pupil brought along from other schools, as he and his guardians read it: all that was handed over.
@ApplicationScoped
class OldSchoolBooks {
    private final TransferredYears transferred;

    OldSchoolBooks(TransferredYears transferred) {
        this.transferred = transferred;
    }

    /// @param takenAt the day that it is of
    record OldSchoolBook(String school, Instant takenAt, LearnerMarks.Book book) {
        static OldSchoolBook of(TransferredYears.Kept kept) {
            var content = kept.content();
            return new OldSchoolBook(
                    kept.fromSchool(),
                    kept.takenAt(),
                    new LearnerMarks.Book(
                            kept.className(),
                            kept.grade(),
                            kept.year(),
                            content.subjects().stream()
                                    .map(OldSchoolBooks::subject)
                                    .toList(),
                            content.read().stream().map(OldSchoolBooks::result).toList(),
                            content.commendations()));
        }
    }

    /// The latest first.
    List<OldSchoolBook> of(UUID schoolId, UUID learnerId) {
        return transferred.of(schoolId, learnerId).stream()
                .map(OldSchoolBook::of)
                .toList();
    }

    private static SubjectMarks subject(TransferredYear.Subject subject) {
        return new SubjectMarks(
                subject.subject(),
                subject.scheme(),
                subject.terms().stream().map(OldSchoolBooks::term).toList(),
                subject.year());
    }

    private static LearnerMarks.TermMarks term(TransferredYear.TermMarks term) {
        return new LearnerMarks.TermMarks(
                term.term(),
                term.marks().stream()
                        .filter(mark -> mark.entry() != Entry.TEXT)
                        .map(OldSchoolBooks::mark)
                        .toList(),
                term.marks().stream()
                        .filter(mark -> mark.entry() == Entry.TEXT)
                        .map(TransferredYear.Mark::value)
                        .toList(),
                term.outcome(),
                List.of());
    }

    private static LearnerMarks.Mark mark(TransferredYear.Mark mark) {
        var group = Slot.of(mark.slot()).flatMap(Trait::at).map(Trait::group).orElse(null);
        return new LearnerMarks.Mark(mark.slot(), mark.entry(), mark.value(), group);
    }

    private static PeriodResult result(TransferredYear.Result result) {
        boolean excellent = result.period() == Period.YEAR && result.primary() == PrimaryResult.HOAN_THANH_XUAT_SAC;
        return new PeriodResult(
                result.period(),
                result.study(),
                result.conduct(),
                result.award(),
                result.primary(),
                excellent ? PrimaryAward.XUAT_SAC : null,
                result.exemplary(),
                result.away(),
                null);
    }
}
