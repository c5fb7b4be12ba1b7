package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// How each subject of a grade is assessed in a school: the programme's figures, with the school's own over them.
@ApplicationScoped
public class Rules {
    private final Programme programme;
    private final Rows rows;

    Rules(Programme programme, Rows rows) {
        this.programme = programme;
        this.rows = rows;
    }

    /// In the order of the class sheet.
    public List<SubjectRule> of(UUID schoolId, int grade) {
        return programme.of(grade, wishes(schoolId, grade));
    }

    /// Conduct is a book of its own beside the subjects.
    ///
    /// @throws Refusal.NotFound if the grade does not have the subject
    public SubjectRule of(UUID schoolId, int grade, String subject) {
        if (subject.equals(SubjectRule.CONDUCT_SUBJECT)) {
            return Programme.conduct(grade);
        }
        return of(schoolId, grade).stream()
                .filter(rule -> rule.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("subject-not-in-grade"));
    }

    List<SubjectRule> ofProgramme(int grade) {
        return programme.of(grade);
    }

    List<Programme.Wish> wishes(UUID schoolId, int grade) {
        return rows.list(
                "select subject, periods, offered from subject_wish where school_id = ? and grade = ?",
                row -> new Programme.Wish(grade, row.text(1), row.number(2), row.is(3)),
                schoolId,
                grade);
    }

    void wish(UUID schoolId, Programme.Wish wish) {
        rows.change(
                "insert into subject_wish (school_id, grade, subject, periods, offered) values (?, ?, ?, ?, ?)"
                        + " on conflict (school_id, grade, subject)"
                        + " do update set periods = excluded.periods, offered = excluded.offered",
                schoolId,
                wish.grade(),
                wish.subject(),
                wish.periods(),
                wish.offered());
    }
}
