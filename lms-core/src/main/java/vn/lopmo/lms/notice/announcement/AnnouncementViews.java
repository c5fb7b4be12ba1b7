package vn.lopmo.lms.notice.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.notice.announcement.AnnouncementResource.Full;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;

/// One announcement, whole.
@ApplicationScoped
class AnnouncementViews {
    private final People people;
    private final SchoolClasses classes;
    private final Addressing addressing;

    AnnouncementViews(People people, SchoolClasses classes, Addressing addressing) {
        this.people = people;
        this.classes = classes;
        this.addressing = addressing;
    }

    Full of(Announcement one, Caller caller) {
        boolean own = caller.id().equals(one.ownerId());
        boolean withdrawn = one.withdrawnAt() != null;
        return new Full(
                one.id(),
                one.title(),
                one.text(),
                name(one.ownerId(), one.schoolId()),
                classNames(one),
                one.roles().stream().sorted().toList(),
                one.madeAt(),
                one.editedAt(),
                one.endsOn(),
                withdrawn,
                own && !withdrawn && addressing.reaches(caller, one.address()),
                (own || AnnouncementPolicy.runs(caller)) && !withdrawn);
    }

    private String name(@Nullable UUID id, UUID schoolId) {
        return id == null
                ? ""
                : people.ofIds(List.of(id), schoolId).stream()
                        .map(Person::name)
                        .findFirst()
                        .orElse("");
    }

    private List<String> classNames(Announcement one) {
        return one.isForWholeSchool()
                ? List.of()
                : classes.ofIds(one.classIds(), one.schoolId()).stream()
                        .sorted(SchoolClass.inOrder())
                        .map(SchoolClass::name)
                        .toList();
    }
}
