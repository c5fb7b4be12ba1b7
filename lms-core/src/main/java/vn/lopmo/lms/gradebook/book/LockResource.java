package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Relation;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// The head closes a term and opens it again, with a reason that stays.
@Path("/mark-locks")
class LockResource {
    private static final int MOST_CLASSES = 200;

    /// @param subject null for all subjects of the classes
    /// @param reason needed to open again
    record Locking(
            @NotEmpty @Size(max = MOST_CLASSES) List<@NotNull UUID> classIds,
            @Nullable @Size(max = 40) String subject,
            @Min(Slot.FIRST_TERM) @Max(Slot.SUMMER) int term,
            boolean locked,
            @NotNull @Size(max = 300) String reason) {}

    record LockLine(@Nullable String subject, int term, boolean locked, String reason, Instant at, String by) {}

    private final CurrentCaller callers;
    private final SchoolClasses classes;
    private final MarkBooks books;
    private final Rules rules;
    private final Locks locks;
    private final MarkBookViews views;
    private final Clock clock;

    LockResource(
            CurrentCaller callers,
            SchoolClasses classes,
            MarkBooks books,
            Rules rules,
            Locks locks,
            MarkBookViews views,
            Clock clock) {
        this.callers = callers;
        this.classes = classes;
        this.books = books;
        this.rules = rules;
        this.locks = locks;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @Transactional
    public void change(@NotNull @Valid Locking locking) {
        var caller = callers.get();
        MarkBookPolicy.check(caller, Verb.LOCK, new Relation(caller.schoolId(), false, false));
        var reason = VietnameseText.tidy(locking.reason);
        if (!locking.locked && reason.isEmpty()) {
            throw new Refusal.Invalid("unlock-reason-missing");
        }
        var now = clock.instant();
        // in one order, so that two who lock at once wait for each other and not for ever
        locking.classIds.stream().distinct().sorted().forEach(id -> {
            mustHave(caller, id, locking.subject);
            locks.add(
                    caller.schoolId(),
                    id,
                    new Locks.Lock(locking.subject, locking.term, locking.locked, reason, now, caller.id()));
        });
    }

    private void mustHave(Caller caller, UUID classId, @Nullable String subject) {
        var schoolClass = classes.get(classId, caller.schoolId());
        if (subject != null) {
            rules.of(caller.schoolId(), schoolClass.grade(), subject);
        }
    }

    /// All that was closed and opened in a class, the newest first.
    @GET
    @Transactional
    public List<LockLine> ofClass(@QueryParam("classId") @NotNull UUID classId) {
        var caller = callers.get();
        books.toRead(caller, classId, SubjectRule.CONDUCT_SUBJECT, Slot.FIRST_TERM);
        var found = locks.ofClass(classId);
        var names = views.namesOf(found.stream().map(Locks.Lock::by).collect(Collectors.toSet()), caller.schoolId());
        return found.stream()
                .map(lock -> new LockLine(
                        lock.subject(),
                        lock.term(),
                        lock.locked(),
                        lock.reason(),
                        lock.at(),
                        names.getOrDefault(lock.by(), "")))
                .toList();
    }
}
