package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Gives and ends teaching assignments. Whoever teaches a class, or is its homeroom teacher, is its member, and the
/// other services know it from that.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Assigning {
    private final Teachings teachings;
    private final SchoolClasses classes;
    private final Enrolment enrolment;
    private final Memberships memberships;
    private final CoursesOfTeachers courses;

    Assigning(
            Teachings teachings,
            SchoolClasses classes,
            Enrolment enrolment,
            Memberships memberships,
            CoursesOfTeachers courses) {
        this.teachings = teachings;
        this.classes = classes;
        this.enrolment = enrolment;
        this.memberships = memberships;
        this.courses = courses;
    }

    /// @return the one that was there already, if there was one
    public Optional<Teaching> existing(UUID teacherId, UUID classId, String subject, @Nullable Integer term) {
        return teachings.ofClass(classId).stream()
                .filter(each -> each.teacherId().equals(teacherId)
                        && each.subject().equals(subject)
                        && Objects.equals(each.term(), term))
                .findFirst();
    }

    public Teaching assign(
            Person teacher, SchoolClass schoolClass, String subject, @Nullable Integer term, Instant now) {
        checkTeacher(teacher);
        return existing(teacher.id(), schoolClass.id(), subject, term)
                .orElseGet(() -> make(teacher, schoolClass, subject, term, now));
    }

    private Teaching make(
            Person teacher, SchoolClass schoolClass, String subject, @Nullable Integer term, Instant now) {
        var made = Teaching.of(teacher, schoolClass, subject, term, LocalDate.ofInstant(now, ClockSource.VIETNAM), now);
        teachings.persist(made);
        enrolment.teach(teacher, schoolClass, now);
        return made;
    }

    /// Ends today. With his last subject in a class a teacher leaves it, unless he leads it.
    public void end(Teaching teaching, Instant now) {
        teaching.end(LocalDate.ofInstant(now, ClockSource.VIETNAM));
        teachings.flush();
        leaveIfNothingIsLeft(teaching.teacherId(), teaching.classId(), now);
    }

    public void leadBy(SchoolClass schoolClass, @Nullable Person teacher, Instant now) {
        var before = schoolClass.homeroomTeacherId();
        if (teacher != null) {
            checkTeacher(teacher);
            enrolment.lead(teacher, schoolClass, now);
        }
        schoolClass.leadBy(teacher == null ? null : teacher.id());
        if (before != null && (teacher == null || !before.equals(teacher.id()))) {
            classes.flush();
            leaveIfNothingIsLeft(before, schoolClass.id(), now);
        }
    }

    private void leaveIfNothingIsLeft(UUID teacherId, UUID classId, Instant now) {
        boolean leads = teacherId.equals(classes.findById(classId).homeroomTeacherId());
        boolean teaches = teachings.ofClass(classId).stream()
                .anyMatch(each -> each.teacherId().equals(teacherId));
        if (!leads && !teaches && !teachesUnentered(teacherId, classId)) {
            enrolment.stopTeaching(teacherId, classId, now);
        }
    }

    /// Where the school has entered nobody, who is a teacher of the class teaches it, unless he came to lead it and has
    /// no course there.
    private boolean teachesUnentered(UUID teacherId, UUID classId) {
        return !teachings.withoutAny(Set.of(classId)).isEmpty()
                && (!memberships.isByLeading(teacherId, classId) || courses.writesFor(teacherId, classId));
    }

    private static void checkTeacher(Person teacher) {
        if (!teacher.roles().contains(Role.TEACHER)) {
            throw new Refusal.Invalid("not-a-teacher");
        }
    }
}
