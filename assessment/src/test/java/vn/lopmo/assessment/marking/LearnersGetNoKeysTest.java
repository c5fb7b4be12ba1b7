package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.analysis.LearnersPath;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Statement;
import vn.lopmo.assessment.paper.KeyChange;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.sitting.LearnersResponses;

/// Walks through the types of everything that this service sends: what has a place for a key goes to staff alone,
/// and
/// what a learner is sent before the release has none. That each of these refuses learners:
/// [StudentsWalkEveryRouteTest].
class LearnersGetNoKeysTest {
    private static final Set<String> SECRETS = Set.of(
            "key",
            "keys",
            "explanation",
            "guide",
            "hint",
            "rubric",
            "scoring",
            "content",
            "item",
            "meta",
            "indicators",
            "itemId");

    /// Types that hold a key, or lead to one.
    private static final Set<Class<?>> KEYED = Set.of(
            Item.class,
            Draft.class,
            Statement.class,
            Criterion.class,
            PaperContent.class,
            PaperContent.Question.class,
            KeyChange.class);

    /// Resources for staff. One more here has to refuse learners.
    private static final Set<String> STAFF = Set.of(
            "AnalysisResource",
            "ImportResource",
            "ItemResource",
            "MarkResource",
            "PaperResource",
            "QuestionMarkingResource",
            "ReviewResource");

    /// The key in the shape of an answer: a learner's released result, and practice that is marked at once.
    private static final Set<String> AFTERWARDS = Set.of("ResultResource", "PracticeResource");

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void noTypeThatALearnerIsSentHasAPlaceForAKey() {
        LearnersResponses.ALL.forEach(this::walk);
        walk(MyAssignment.class);
        walk(MyReviewRequestResource.Line.class);
        LearnersPath.ALL.forEach(this::walk);

        assertTrue(seen.size() > 5, () -> "only " + seen);
        seen.stream().filter(Class::isRecord).forEach(type -> {
            for (RecordComponent part : type.getRecordComponents()) {
                assertFalse(SECRETS.contains(part.getName()), () -> part.getName() + " of " + type);
            }
        });
    }

    @Test
    void onlyStaffsResourcesReachAKey() {
        var keyed = new TreeSet<String>();
        for (var resource : resources()) {
            seen.clear();
            endpoints(resource).forEach(method -> walk(method.getGenericReturnType()));
            boolean reaches = seen.stream().anyMatch(type -> KEYED.contains(type) || type == Answer.class);
            // a Response may be anything
            boolean opaque = seen.stream().anyMatch(type -> type.getName().startsWith("jakarta.ws.rs.core."));
            if (reaches || opaque && !resource.getSimpleName().equals("MediaResource")) {
                keyed.add(resource.getSimpleName());
            }
        }

        var expected = new TreeSet<>(STAFF);
        expected.addAll(AFTERWARDS);
        keyed.removeIf(name -> !expected.contains(name) && isKnownToBeStaffs(name));
        assertEquals(expected, keyed);
    }

    /// Answers of learners, not keys: the room's held work.
    private static boolean isKnownToBeStaffs(String name) {
        return name.startsWith("Room") || name.startsWith("Held");
    }

    private static List<Class<?>> resources() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.lopmo.assessment")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                        .<Class<?>>map(type -> type.reflect())
                        .toList();
    }

    private static Stream<Method> endpoints(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods()).filter(method -> Stream.of(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private void walk(Type type) {
        switch (type) {
            case Class<?> known -> walkClass(known);
            case ParameterizedType generic -> {
                walk(generic.getRawType());
                List.of(generic.getActualTypeArguments()).forEach(this::walk);
            }
            case WildcardType wildcard -> List.of(wildcard.getUpperBounds()).forEach(this::walk);
            default -> {}
        }
    }

    private void walkClass(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isArray()) {
            walk(type.getComponentType());
        }
        if (type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
                walk(part.getGenericType());
            }
        }
    }
}
