package vn.lopmo.lms.gradebook.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.text.VietnameseText;

/// Finds whom a line of a mark sheet means: by the ministry's id, else by the school's own code, else by name and birth
/// date.
final class ClassList {
    private final List<Person> learners;

    ClassList(List<Person> learners) {
        this.learners = learners;
    }

    /// @param problem why nobody is meant for sure; null if `person` is
    record Found(@Nullable Person person, @Nullable String problem) {
        static Found wrong(String slug) {
            return new Found(null, slug);
        }
    }

    Found find(List<String> codes, String name, @Nullable LocalDate birthDate) {
        for (var code : codes) {
            var byCode = learners.stream().filter(each -> isCodeOf(code, each)).findFirst();
            if (byCode.isPresent()) {
                return sameName(byCode.get(), name)
                        ? new Found(byCode.get(), null)
                        : Found.wrong("mark-row-name-differs");
            }
        }
        return byName(name, birthDate, codes.isEmpty());
    }

    private static boolean isCodeOf(String code, Person person) {
        return code.equals(person.code()) || code.toLowerCase(Locale.ROOT).equals(person.username());
    }

    private static boolean sameName(Person person, String name) {
        return folded(person.name()).equals(folded(name));
    }

    private static String folded(String name) {
        return VietnameseText.fold(VietnameseText.tidy(name));
    }

    /// A code that nobody of the class has is a pupil of another class, unless the class's register has no code for
    /// him.
    private Found byName(String name, @Nullable LocalDate birthDate, boolean withoutCode) {
        var named = learners.stream()
                .filter(each -> sameName(each, name))
                .filter(each -> withoutCode || each.code() == null)
                .toList();
        var born = named.stream()
                .filter(each -> birthDate != null && Objects.equals(each.birthDate(), birthDate))
                .toList();
        if (born.size() == 1) {
            return new Found(born.getFirst(), null);
        }
        boolean unknownDay = birthDate == null || named.stream().allMatch(each -> each.birthDate() == null);
        if (named.size() == 1 && unknownDay) {
            return new Found(named.getFirst(), null);
        }
        return Found.wrong(named.size() > 1 ? "mark-row-name-twice-in-class" : "mark-row-not-in-class");
    }
}
