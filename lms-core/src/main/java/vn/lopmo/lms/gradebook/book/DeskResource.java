package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Which mark books lie on somebody's desk.
@Path("/mark-books")
class DeskResource {
    /// @param term that today is in, or the last one before the holidays
    record Desk(String year, int term, List<ClassBooks> classes) {}

    /// @param leads whether the caller leads the class: keeps its conduct book and reads its class sheet
    /// @param classSheet whether the caller may read all subjects of the class
    record ClassBooks(UUID id, String name, int grade, boolean leads, boolean classSheet, List<Book> subjects) {}

    record Book(String subject, Scheme scheme, boolean write) {}

    private final CurrentCaller callers;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Teachings teachings;
    private final MarkBooks books;
    private final Rules rules;
    private final Clock clock;

    DeskResource(
            CurrentCaller callers,
            SchoolYears years,
            SchoolClasses classes,
            Memberships memberships,
            Teachings teachings,
            MarkBooks books,
            Rules rules,
            Clock clock) {
        this.callers = callers;
        this.years = years;
        this.classes = classes;
        this.memberships = memberships;
        this.teachings = teachings;
        this.books = books;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Desk desk() {
        var caller = callers.get();
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var now = clock.instant();
        var year = years.currentOrOpen(caller.schoolId(), now);
        boolean all = caller.isAny(Role.HEAD, Role.ADMIN);
        var shown = all ? classes.of(year.id()) : ownClasses(caller, year.id());
        return new Desk(
                year.name(),
                term(year.id(), LocalDate.ofInstant(now, ClockSource.VIETNAM)),
                shown.stream()
                        .map(each -> ofClass(caller, each, all))
                        .filter(each -> !each.subjects.isEmpty())
                        .toList());
    }

    private List<SchoolClass> ownClasses(Caller caller, UUID yearId) {
        var own = new LinkedHashSet<UUID>();
        memberships.taughtBy(caller.id()).forEach(each -> own.add(each.id()));
        classes.homeroomsOf(caller.id()).forEach(each -> own.add(each.id()));
        teachings.ofTeacher(caller.id()).forEach(each -> own.add(each.classId()));
        return classes.ofIds(own, caller.schoolId()).stream()
                .filter(each -> each.schoolYearId().equals(yearId))
                .toList();
    }

    private int term(UUID yearId, LocalDate today) {
        int springs = LocalDate.of(today.getYear(), 1, 16).getDayOfYear();
        boolean second = today.getMonthValue() < 9 && today.getDayOfYear() >= springs;
        return years.termAt(yearId, today)
                .map(term -> term.number())
                .orElse(second ? Slot.SECOND_TERM : Slot.FIRST_TERM);
    }

    private ClassBooks ofClass(Caller caller, SchoolClass schoolClass, boolean all) {
        boolean leads = caller.is(Role.TEACHER) && books.leads(caller, schoolClass);
        var taught = taught(caller, schoolClass.id());
        var shown = new ArrayList<Book>();
        for (var rule : rules.of(caller.schoolId(), schoolClass.grade())) {
            boolean teaches = taught == null || taught.contains(rule.subject());
            if (all || leads || teaches) {
                shown.add(new Book(rule.subject(), rule.scheme(), caller.is(Role.ADMIN) || teaches));
            }
        }
        if (all || leads) {
            var conduct = rules.of(caller.schoolId(), schoolClass.grade(), SubjectRule.CONDUCT_SUBJECT);
            shown.add(new Book(conduct.subject(), conduct.scheme(), caller.is(Role.ADMIN) || leads));
        }
        return new ClassBooks(schoolClass.id(), schoolClass.name(), schoolClass.grade(), leads, all || leads, shown);
    }

    /// The subjects that the caller teaches in a class; null for all of them, in a class for which nothing is entered.
    private @Nullable Set<String> taught(Caller caller, UUID classId) {
        var entered = teachings.ofClass(classId);
        if (entered.isEmpty() && caller.is(Role.TEACHER) && memberships.teaches(caller.id(), classId)) {
            return null;
        }
        return entered.stream()
                .filter(each -> Objects.equals(each.teacherId(), caller.id()))
                .map(each -> each.subject())
                .collect(Collectors.toSet());
    }
}
