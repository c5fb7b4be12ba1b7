package vn.lopmo.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Resource methods that no request ever reaches: of the classes whose paths fit up to their first parameter REST takes
/// the longest of these beginnings, and never looks at another one. Nothing else says so.
final class Stems {
    private static final String REST = "jakarta.ws.rs.";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final List<Stem> stems;

    Stems(JavaClasses classes) {
        stems = classes.stream().flatMap(each -> Stem.of(each).stream()).toList();
    }

    private record Stem(JavaClass type, String path) {
        static Optional<Stem> of(JavaClass type) {
            return pathOf(type).map(path -> new Stem(type, path));
        }

        String beginning() {
            return path.split("/?\\{", 2)[0];
        }

        boolean begins(String address) {
            return (address + "/").startsWith(beginning() + "/");
        }

        Stream<JavaMethod> methods() {
            return type.getMethods().stream().filter(Stem::answers);
        }

        private static boolean answers(JavaMethod method) {
            return method.getAnnotations().stream()
                    .anyMatch(each -> each.getRawType().getPackageName().equals("jakarta.ws.rs")
                            && VERBS.contains(each.getRawType().getSimpleName()));
        }
    }

    /// What is hidden, and by which class.
    List<String> hidden() {
        return stems.stream()
                .flatMap(stem -> stem.methods().flatMap(method -> hidden(stem, method)))
                .toList();
    }

    private Stream<String> hidden(Stem own, JavaMethod method) {
        var address = PARAMETER.matcher(own.path + pathOf(method).orElse("")).replaceAll("0");
        return stems.stream()
                .filter(other -> other.beginning().length() > own.beginning().length() && other.begins(address))
                .map(other ->
                        method.getFullName() + " is hidden by " + other.type.getName() + ", which has " + address);
    }

    /// With a slash before it and none behind.
    private static Optional<String> pathOf(CanBeAnnotated annotated) {
        if (!annotated.isAnnotatedWith(REST + "Path")) {
            return Optional.empty();
        }
        var value = String.valueOf(valueOf(annotated)).replaceAll("^/+|/+$", "");
        return Optional.of(value.isEmpty() ? "" : "/" + value);
    }

    private static Object valueOf(CanBeAnnotated annotated) {
        var annotations = annotated instanceof JavaClass type
                ? type.getAnnotations().stream().toList()
                : ((JavaMethod) annotated).getAnnotations().stream().toList();
        return annotations.stream()
                .filter(each -> each.getRawType().getName().equals(REST + "Path"))
                .findFirst()
                .flatMap(each -> each.get("value"))
                .orElse("");
    }
}
