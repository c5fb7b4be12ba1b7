package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.time.ClockSource;

/// What the ministry's list of pupils, or a bundle of the whole school, would do.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PupilList {
    private final Registers registers;
    private final SchoolYears years;

    PupilList(Registers registers, SchoolYears years) {
        this.registers = registers;
        this.years = years;
    }

    Findings judge(School school, String fileName, byte[] file, Instant now) {
        var today = LocalDate.ofInstant(now, ClockSource.VIETNAM);
        var entries = RosterReading.read(fileName, file, school.level(), today);
        return judge(entries, registers.ofPupils(school, now), null);
    }

    Findings judgeBundle(School school, byte[] file, Instant now) {
        var year = years.currentOrOpen(school.id(), now);
        var bundle = Bundle.read(file, school.level(), year.endsOn().getYear());
        return judge(bundle.entries(), registers.ofAll(school, now), bundle.links());
    }

    private static Findings judge(List<Entry> entries, Register register, @Nullable Links links) {
        var found = new ArrayList<Finding>();
        entries.forEach(entry -> found.add(register.judge(entry)));
        var named = entries.stream()
                .map(register::find)
                .filter(Objects::nonNull)
                .map(Person::id)
                .collect(Collectors.toSet());
        register.missingFrom(named).forEach(gone -> found.add(Finding.gone(gone)));
        return new Findings(found, links);
    }
}
