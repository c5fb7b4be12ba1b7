package vn.lopmo.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;

/// The rules of the house as a test.
///
///     HouseRules.slices("vn.lopmo.lms", "organisation", "course", "learning").check();
public final class HouseRules {
    private static final String UNWANTED = ".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Service)";

    private final String root;
    private final List<String> order;

    private HouseRules(String root, List<String> order) {
        this.root = root;
        this.order = order;
    }

    /// @param order the slices from left to right; one may use those to its left only
    public static HouseRules slices(String root, String... order) {
        return new HouseRules(root, List.of(order));
    }

    /// Checks every rule and names all that is broken at once.
    public void check() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        var failures = new ArrayList<String>();
        for (ArchRule rule : rules()) {
            try {
                rule.allowEmptyShould(true).check(classes);
            } catch (AssertionError broken) {
                failures.add(String.valueOf(broken.getMessage()));
            }
        }
        failures.addAll(new Stems(classes).hidden());
        strangers(classes).forEach(name -> failures.add("The package " + name + " is no slice of " + order));
        if (!failures.isEmpty()) {
            Assertions.fail(String.join("\n\n", failures));
        }
    }

    private List<ArchRule> rules() {
        var rules = new ArrayList<>(
                List.of(names(), nullMarked(), GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS));
        for (int i = 0; i + 1 < order.size(); i++) {
            String[] later = order.subList(i + 1, order.size()).stream()
                    .map(slice -> root + "." + slice + "..")
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + order.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .because("a slice uses only slices to its left: " + order));
        }
        return rules;
    }

    private ArchRule names() {
        return noClasses()
                .that()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("")
                .should()
                .haveNameMatching(UNWANTED)
                .because("names say what a thing is, not how it is built");
    }

    private static ArchRule nullMarked() {
        return classes().should(new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " lacks @NullMarked in its package-info"));
            }
        });
    }

    private List<String> strangers(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1).split("\\.")[0])
                .distinct()
                .filter(name -> !order.contains(name))
                .toList();
    }
}
