package vn.lopmo.testkit;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/// Every refusal that a service throws has a title in both languages and stands in `infra/contracts/problems.md`.
public final class Slugs {
    private static final Pattern THROWN = Pattern.compile("new\\s+Refusal\\.(?!Field\\b)\\w+\\(\\s*\"([a-z0-9-]+)\"");

    private Slugs() {}

    /// @param module the service's folder; the others are found beside it
    public static void check(Path module) throws IOException {
        var house = Objects.requireNonNull(module.toAbsolutePath().getParent());
        var problems = Files.readString(house.resolve("infra/contracts/problems.md"));
        var platform = house.resolve("infra/platform/src/main/resources");
        var own = module.resolve("src/main/resources");
        var failures = new ArrayList<String>();
        for (String language : List.of("", "_en")) {
            var titles = titles(platform.resolve("platform-refusals" + language + ".properties"));
            titles.putAll(titles(own.resolve("refusals" + language + ".properties")));
            thrown(module).stream()
                    .filter(slug -> !titles.containsKey(slug))
                    .forEach(slug -> failures.add(slug + " has no title in refusals" + language + ".properties"));
        }
        thrown(module).stream()
                .filter(slug -> !Pattern.compile("(?<![a-z0-9-])" + slug + "(?![a-z0-9-])")
                        .matcher(problems)
                        .find())
                .forEach(slug -> failures.add(slug + " is not in infra/contracts/problems.md"));
        if (!failures.isEmpty()) {
            Assertions.fail(String.join("\n", failures));
        }
    }

    private static TreeSet<String> thrown(Path module) throws IOException {
        var slugs = new TreeSet<String>();
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                THROWN.matcher(Files.readString(file)).results().forEach(found -> slugs.add(found.group(1)));
            }
        }
        return slugs;
    }

    private static Properties titles(Path file) throws IOException {
        var titles = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            titles.load(text);
        }
        return titles;
    }
}
