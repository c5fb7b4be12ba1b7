package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.organisation.SchoolClass;

/// Lays the cells of learners into the shape that the rules read.
@ApplicationScoped
public class Years {
    private final Cells cells;
    private final Rules rules;

    Years(Cells cells, Rules rules) {
        this.cells = cells;
        this.rules = rules;
    }

    /// Everything of some learners of a class.
    Map<UUID, LearnerYear> of(SchoolClass schoolClass, Collection<UUID> learnerIds) {
        var subjects = rules.of(schoolClass.schoolId(), schoolClass.grade());
        return laid(
                subjects,
                Programme.conduct(schoolClass.grade()),
                learnerIds,
                cells.ofYear(schoolClass.schoolYearId(), learnerIds));
    }

    /// One pass over the cells, whatever their order.
    static Map<UUID, LearnerYear> laid(
            List<SubjectRule> subjects, SubjectRule conduct, Collection<UUID> learnerIds, List<Cell> cells) {
        var years = new HashMap<UUID, LearnerYear>();
        learnerIds.forEach(id -> years.put(id, LearnerYear.of(subjects, conduct)));
        for (var cell : cells) {
            var year = years.get(cell.learnerId());
            if (year != null && !cell.value().isEmpty()) {
                var subject = cell.subject().equals(conduct.subject())
                        ? year.conduct()
                        : year.subjects().get(cell.subject());
                enter(subject, cell);
            }
        }
        return years;
    }

    /// A subject that the grade has no longer is left out.
    private static void enter(@org.jspecify.annotations.Nullable SubjectYear subject, Cell cell) {
        if (subject != null) {
            subject.entries(cell.term()).put(cell.slot(), cell.value());
        }
    }

    /// One subject of some learners.
    public Map<UUID, SubjectYear> ofSubject(Place place, Collection<UUID> learnerIds) {
        var found = new HashMap<UUID, SubjectYear>();
        learnerIds.forEach(id -> found.put(id, SubjectYear.of(place.rule())));
        for (var cell : cells.ofSubject(place.yearId(), place.subject(), learnerIds)) {
            if (!cell.value().isEmpty()) {
                enter(found.get(cell.learnerId()), cell);
            }
        }
        return found;
    }
}
