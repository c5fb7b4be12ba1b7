package vn.lopmo.lms.gradebook.book;

import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.refusal.Refusal;

/// One mark book: a subject of a class in a term.
public record Place(SchoolClass schoolClass, SubjectRule rule, int term) {
    public UUID schoolId() {
        return schoolClass.schoolId();
    }

    public UUID classId() {
        return schoolClass.id();
    }

    public UUID yearId() {
        return schoolClass.schoolYearId();
    }

    public String subject() {
        return rule.subject();
    }

    /// @throws Refusal.NotFound if the book has no such column
    public SubjectRule.Column column(String code) {
        return Slot.of(code)
                .flatMap(slot -> rule.column(term, slot))
                .orElseThrow(() -> new Refusal.NotFound("mark-column-not-found"));
    }
}
