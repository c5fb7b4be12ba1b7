package vn.lopmo.lms.gradebook.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;

/// Reads the programme that the service ships, with the sources of its figures beside them, once.
@ApplicationScoped
public class ProgrammeFile {
    static final String PATH = "quy-che-danh-gia.json";

    record Content(List<String> sources, List<String> remarked, List<Grades> grades) {}

    record Grades(
            int from,
            int to,
            LinkedHashMap<String, Integer> periods,
            List<String> electives,
            List<String> testsAtMid,
            List<String> testsAtEnd,
            Map<String, String> parts) {}

    @Produces
    @Singleton
    Programme programme(ObjectMapper json) {
        return read(json);
    }

    public static Programme read(ObjectMapper json) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException(PATH + " is not on the class path");
            }
            return laid(json.readValue(file, Content.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Programme laid(Content content) {
        var grades = new HashMap<Integer, List<SubjectRule>>();
        for (var some : content.grades) {
            for (int grade = some.from; grade <= some.to; grade++) {
                grades.put(grade, rules(content, some, grade));
            }
        }
        return new Programme(Map.copyOf(grades));
    }

    private static List<SubjectRule> rules(Content content, Grades some, int grade) {
        return some.periods.entrySet().stream()
                .map(each -> rule(content, some, grade, each.getKey(), each.getValue()))
                .toList();
    }

    private static SubjectRule rule(Content content, Grades some, int grade, String subject, int periods) {
        var scheme = scheme(content, grade, subject);
        int regular =
                switch (scheme) {
                    case SCORED -> SubjectRule.regularScores(periods);
                    case REMARKED -> SubjectRule.REGULAR_REMARKS;
                    case PRIMARY, CONDUCT, TRAITS -> 0;
                };
        return new SubjectRule(
                subject,
                scheme,
                periods,
                regular,
                some.electives.contains(subject),
                some.parts.get(subject),
                some.testsAtMid.contains(subject),
                some.testsAtEnd.contains(subject));
    }

    private static Scheme scheme(Content content, int grade, String subject) {
        if (Programme.isPrimary(grade)) {
            return Scheme.PRIMARY;
        }
        return content.remarked.contains(subject) ? Scheme.REMARKED : Scheme.SCORED;
    }
}
