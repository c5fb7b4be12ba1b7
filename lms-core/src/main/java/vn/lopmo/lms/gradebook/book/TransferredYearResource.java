package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;

/// What the pupils of a class brought along from other schools: for whoever may see all books of the class.
@Path("/transferred-marks/{classId}")
class TransferredYearResource {
    record View(
            UUID learnerId,
            String name,
            String fromSchool,
            String year,
            String className,
            int grade,
            Instant takenAt,
            TransferredYear marks) {
        static View of(Person learner, TransferredYears.Kept kept) {
            return new View(
                    learner.id(),
                    learner.name(),
                    kept.fromSchool(),
                    kept.year(),
                    kept.className(),
                    kept.grade(),
                    kept.takenAt(),
                    kept.content());
        }
    }

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final TransferredYears transferred;
    private final Memberships memberships;
    private final RecordReads reads;

    TransferredYearResource(
            CurrentCaller callers,
            MarkBooks books,
            TransferredYears transferred,
            Memberships memberships,
            RecordReads reads) {
        this.callers = callers;
        this.books = books;
        this.transferred = transferred;
        this.memberships = memberships;
        this.reads = reads;
    }

    @GET
    @Transactional
    public List<View> get(UUID classId) {
        var caller = callers.get();
        books.toRead(caller, classId, SubjectRule.CONDUCT_SUBJECT, Slot.FIRST_TERM);
        var views = memberships.learnersOf(classId).stream()
                .flatMap(learner ->
                        transferred.of(caller.schoolId(), learner.id()).stream().map(kept -> View.of(learner, kept)))
                .toList();
        reads.noteAll(caller, views.stream().map(View::learnerId).distinct().toList(), RecordReads.CLASS_SHEET);
        return views;
    }
}
