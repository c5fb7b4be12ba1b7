package vn.lopmo.lms.gradebook.rules;

import java.util.List;
import java.util.Map;

/// Which subjects a grade has and how each is assessed: what the ministry's programme says, with a school's own periods
/// laid over it.
public record Programme(Map<Integer, List<SubjectRule>> grades) {
    public static final int LAST_PRIMARY_GRADE = 5;

    /// What a school says of a subject of a grade instead of the programme.
    ///
    /// @param offered whether the school teaches it there at all
    public record Wish(int grade, String subject, int periods, boolean offered) {}

    /// In the order of the class sheet.
    public List<SubjectRule> of(int grade) {
        return grades.getOrDefault(grade, List.of());
    }

    public List<SubjectRule> of(int grade, List<Wish> wishes) {
        return of(grade).stream()
                .map(rule -> wished(rule, wishes))
                .filter(rule -> wishes.stream().noneMatch(wish -> refuses(wish, rule)))
                .toList();
    }

    private static boolean refuses(Wish wish, SubjectRule rule) {
        return !wish.offered && wish.subject.equals(rule.subject());
    }

    private static SubjectRule wished(SubjectRule rule, List<Wish> wishes) {
        return wishes.stream()
                .filter(wish -> wish.subject.equals(rule.subject()))
                .findFirst()
                .map(wish -> rule.withPeriods(wish.periods))
                .orElse(rule);
    }

    public static boolean isPrimary(int grade) {
        return grade <= LAST_PRIMARY_GRADE;
    }

    public static SubjectRule conduct(int grade) {
        var primary = isPrimary(grade);
        return new SubjectRule(
                SubjectRule.CONDUCT_SUBJECT,
                primary ? Scheme.TRAITS : Scheme.CONDUCT,
                0,
                0,
                false,
                null,
                false,
                false,
                primary ? Trait.asked(grade) : List.of());
    }
}
