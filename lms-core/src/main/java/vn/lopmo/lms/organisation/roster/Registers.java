package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolYears;

/// The people of a school as they are now, read at once for a list.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Registers {
    private final People people;
    private final SchoolYears years;
    private final Memberships memberships;
    private final SourceIds sourceIds;

    Registers(People people, SchoolYears years, Memberships memberships, SourceIds sourceIds) {
        this.people = people;
        this.years = years;
        this.memberships = memberships;
        this.sourceIds = sourceIds;
    }

    /// Those that the ministry's list can mean.
    Register ofPupils(School school, Instant now) {
        return of(school, people.inRegister(school.id()), now);
    }

    Register ofAll(School school, Instant now) {
        return of(school, people.ofSchool(school.id()), now);
    }

    private Register of(School school, List<Person> all, Instant now) {
        var year = years.currentOrOpen(school.id(), now);
        return new Register(all, memberships.classOfEachStudent(school.id()), sourceIds.of(school.id()), year.id());
    }
}
